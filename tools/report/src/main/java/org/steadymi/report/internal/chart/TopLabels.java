package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.internal.markup.Element;

/**
 * Vertical reference lines with their labels above the plot, in as many rows as it takes for labels
 * not to touch.
 */
final class TopLabels {
  private static final double ROW = 16;
  private static final double GAP = 8;

  private final List<ReferenceLine> lines;
  private final Scale scale;
  private final double left;
  private final double width;
  private final List<Placed> placed;

  private record Placed(ReferenceLine line, String text, double from, int row) {}

  /** Places the labels over a plot of which the horizontal extent is known. */
  TopLabels(List<ReferenceLine> lines, Scale scale, double left, double width) {
    this.lines = lines;
    this.scale = scale;
    this.left = left;
    this.width = width;
    this.placed = place();
  }

  /** Returns the height that the labels need; 0 without labels. */
  double height() {
    return ROW * placed.stream().mapToInt(label -> label.row() + 1).max().orElse(0);
  }

  /** Returns the lines with their labels. */
  Element draw(Plot plot, Tints tints) {
    Element group = Element.of("g");
    for (Placed label : placed) {
      double x = plot.x(label.line().value());
      double baseline = plot.area().top() - 5 - label.row() * ROW;
      Element entry = Element.of("g", "reference " + tints.of(label.line().series()));
      entry.add(Element.of("title").text(label.line().label()));
      entry.add(Plot.line("rule", x, baseline + 3, x, plot.area().bottom()));
      group.add(entry.add(Plot.text(label.text(), label.from(), baseline, "start")));
    }
    return group;
  }

  private List<Placed> place() {
    List<Placed> result = new ArrayList<>();
    List<ReferenceLine> ordered =
        lines.stream()
            .filter(line -> scale.contains(line.value()))
            .sorted(Comparator.comparingDouble(ReferenceLine::value))
            .toList();
    List<Double> ends = new ArrayList<>();
    for (ReferenceLine line : ordered) {
      String text = TextWidth.shorten(line.label(), Plot.FONT, width);
      double extent = TextWidth.of(text, Plot.FONT);
      double center = left + scale.position(line.value()) * width;
      double from = Math.max(0, Math.min(center - extent / 2, left + width - extent));
      int row = firstFree(ends, from);
      ends.set(row, from + extent);
      result.add(new Placed(line, text, from, row));
    }
    return result;
  }

  private static int firstFree(List<Double> ends, double from) {
    for (int row = 0; row < ends.size(); row++) {
      if (ends.get(row) + GAP <= from) {
        return row;
      }
    }
    ends.add(Double.NEGATIVE_INFINITY);
    return ends.size() - 1;
  }
}
