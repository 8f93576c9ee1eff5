package org.steadymi.report.internal.page;

import java.util.List;
import java.util.Locale;
import org.steadymi.report.Block;
import org.steadymi.report.Chart;
import org.steadymi.report.Grid;
import org.steadymi.report.Note;
import org.steadymi.report.Table;
import org.steadymi.report.Thumbnails;
import org.steadymi.report.internal.chart.Drawing;
import org.steadymi.report.internal.csv.BlockFiles;
import org.steadymi.report.internal.markup.Element;

/** The blocks of a section as HTML. */
record BlockMarkup(BlockFiles files) {
  /** A chart is drawn for each of these; the style sheet shows the one that fits. */
  private static final List<Width> WIDTHS =
      List.of(new Width("narrow", 360), new Width("medium", 560), new Width("wide", 880));

  private record Width(String cssClass, double pixels) {}

  Element of(Block block) {
    if (block instanceof Thumbnails images) {
      return chart(images, WIDTHS.subList(0, 2)).attr("class", "chart images");
    }
    if (block instanceof Chart chart) {
      return chart(chart, WIDTHS).attr("class", "chart alone");
    }
    if (block instanceof Grid grid) {
      return grid(grid);
    }
    if (block instanceof Table table) {
      Element figure = figure(table).attr("class", "table");
      figure.add(Element.of("h3").text(table.title()));
      return caption(figure.addAll(TableMarkup.of(table)), table, table.caption());
    }
    return note((Note) block);
  }

  private Element grid(Grid grid) {
    Element element = Element.of("div", "grid columns-" + grid.columns());
    for (Chart chart : grid.charts()) {
      element.add(chart(chart, WIDTHS.subList(0, 2)).attr("class", "chart"));
    }
    Element link = link("svg", files.name(grid), "All of these as one picture (SVG)");
    return Element.of("div").add(element).add(Element.of("p", "together").add(link));
  }

  private Element chart(Chart chart, List<Width> widths) {
    Drawing drawing = Drawing.of(chart);
    Element figure = figure(chart);
    figure.add(Element.of("h3").text(chart.title()));
    if (!drawing.keys().isEmpty()) {
      figure.add(legend(drawing.keys()));
    }
    for (Width width : widths) {
      figure.add(drawing.draw(width.pixels()).svg().attr("class", width.cssClass()));
    }
    return caption(figure, chart, chart.caption());
  }

  /** A section's identifier has no underscore, so that a figure's never equals it. */
  private Element figure(Block block) {
    return Element.of("figure").attr("id", "figure_" + files.name(block));
  }

  private static Element legend(List<Drawing.Key> keys) {
    Element list = Element.of("ul", "legend");
    keys.forEach(key -> list.add(Element.of("li").add(key.swatch()).text(key.text())));
    return list;
  }

  private Element caption(Element figure, Block block, String text) {
    Element caption = Element.of("figcaption");
    if (!text.isEmpty()) {
      caption.add(Element.of("span").text(text)).text(" ");
    }
    caption.add(link("csv", files.name(block), "Data (CSV)"));
    if (block instanceof Chart) {
      caption.text(" ").add(link("svg", files.name(block), "Picture (SVG)"));
    }
    return figure.add(caption);
  }

  private static Element link(String format, String name, String text) {
    String file = format + "/" + name + "." + format;
    return Element.of("a", "data").attr("href", file).text(text);
  }

  private static Element note(Note note) {
    String level = note.level().name().toLowerCase(Locale.ROOT);
    String heading = note.level() == Note.Level.WARNING ? "Warning" : "Note";
    Element element = Element.of("aside", "note " + level);
    element.add(Element.of("strong").text(heading));
    return element.addAll(Paragraphs.of(note.text(), "text"));
  }
}
