package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.steadymi.report.Chart;
import org.steadymi.report.Grid;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Node;

/**
 * Charts as SVG files that need nothing around them: with title and legend, their own style sheet
 * and an opaque light ground, so that they can be read on a page of any colour.
 */
public final class SvgFile {
  private static final double SINGLE = 720;
  private static final double MARGIN = 16;
  private static final double GUTTER = 28;
  private static final String FONTS =
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

  private SvgFile() {}

  /** Returns the file of one chart. */
  public static String of(Chart chart) {
    Panel panel = new Panel(Drawing.of(chart), chart.title(), SINGLE);
    double top = MARGIN + panel.titleHeight();
    Legend legend = panel.legend();
    List<Element> parts = new ArrayList<>();
    parts.add(panel.title(MARGIN, MARGIN));
    parts.add(legend.draw(MARGIN, top));
    parts.add(panel.picture().at(MARGIN, top + legend.height() + Panel.SPACE));
    double height = top + legend.height() + Panel.SPACE + panel.picture().height();
    return file(chart.title(), SINGLE, height, parts);
  }

  /**
   * Returns one file with all charts of a grid side by side. Where the legend of one chart holds
   * those of all others, it stands above them, once.
   */
  public static String of(Grid grid) {
    double width = grid.columns() == 2 ? 430 : 340;
    List<Panel> panels =
        grid.charts().stream()
            .map(chart -> new Panel(Drawing.of(chart), chart.title(), width))
            .toList();
    double whole = grid.columns() * (width + GUTTER) - GUTTER;
    Optional<Drawing> speaker = speakerForAll(panels);
    List<Element> parts = new ArrayList<>();
    double top = MARGIN;
    if (speaker.isPresent()) {
      Legend legend = new Legend(speaker.get().keys(), whole);
      parts.add(legend.draw(MARGIN, top));
      top += legend.height() + (legend.height() > 0 ? GUTTER / 2 : 0);
    }
    for (int i = 0; i < panels.size(); i += grid.columns()) {
      List<Panel> row = panels.subList(i, Math.min(i + grid.columns(), panels.size()));
      top += row(row, top, speaker.isEmpty(), parts) + GUTTER / 2;
    }
    List<String> titles = grid.charts().stream().map(Chart::title).toList();
    return file(String.join("; ", titles), whole, top - GUTTER / 2, parts);
  }

  /** Adds panels with their titles, legends and plots at equal heights; returns their height. */
  private static double row(List<Panel> row, double top, boolean legends, List<Element> parts) {
    double titles = row.stream().mapToDouble(Panel::titleHeight).max().orElse(0);
    double keys = legends ? row.stream().mapToDouble(p -> p.legend().height()).max().orElse(0) : 0;
    double head = titles + keys + Panel.SPACE;
    double left = MARGIN;
    for (Panel panel : row) {
      parts.add(panel.title(left, top));
      if (legends) {
        parts.add(panel.legend().draw(left, top + titles));
      }
      parts.add(panel.picture().at(left, top + head));
      left += panel.width() + GUTTER;
    }
    return head + row.stream().mapToDouble(panel -> panel.picture().height()).max().orElse(0);
  }

  /** Returns the drawing whose legend holds every entry of the others. */
  private static Optional<Drawing> speakerForAll(List<Panel> panels) {
    List<Drawing> drawings = panels.stream().map(Panel::drawing).toList();
    Set<String> all = new HashSet<>();
    drawings.forEach(drawing -> all.addAll(entries(drawing)));
    return drawings.stream().filter(drawing -> entries(drawing).containsAll(all)).findFirst();
  }

  private static List<String> entries(Drawing drawing) {
    return drawing.keys().stream().map(Drawing.Key::toString).toList();
  }

  /** Draws the parts, which lie within the margins, over the ground. */
  private static String file(String description, double width, double bottom, List<Element> parts) {
    double outer = width + 2 * MARGIN;
    Picture picture = Picture.empty(description, outer, bottom + MARGIN);
    Element svg = picture.svg();
    svg.attr("xmlns", "http://www.w3.org/2000/svg").attr("font-family", FONTS);
    svg.attr("width", picture.width()).attr("height", picture.height());
    svg.add(Element.of("style").add(new Node.Verbatim("\n" + ChartStyle.lightRules())));
    svg.add(
        Element.of("rect", "ground")
            .attr("width", picture.width())
            .attr("height", picture.height())
            .attr("rx", 6));
    return svg.addAll(parts) + "\n";
  }

  /** A chart with its title, for a width. */
  private record Panel(Drawing drawing, List<String> lines, Legend legend, Picture picture) {
    /** Height between the legend and the drawing. */
    static final double SPACE = 8;

    private static final double FONT = 14;
    private static final double LINE = 19;

    Panel(Drawing drawing, String title, double width) {
      this(
          drawing,
          TextWidth.wrap(title, FONT * 1.06, width),
          new Legend(drawing.keys(), width),
          drawing.draw(width));
    }

    double width() {
      return picture.width();
    }

    double titleHeight() {
      return LINE * lines.size() + 5;
    }

    Element title(double left, double top) {
      Element title = Element.of("g");
      for (int i = 0; i < lines.size(); i++) {
        double baseline = top + LINE * i + FONT;
        title.add(Plot.text(lines.get(i), left, baseline, "start").attr("class", "title"));
      }
      return title;
    }
  }
}
