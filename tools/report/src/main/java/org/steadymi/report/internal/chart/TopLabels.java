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
  private static final double BESIDE = 3;

  private final List<ReferenceLine> lines;
  private final Scale scale;
  private final double left;
  private final double width;
  private final List<Placed> placed;

  private record Placed(ReferenceLine line, String text, double from, double extent, int row) {
    boolean covers(double x) {
      return from - 2 < x && x < from + extent + 2;
    }

    boolean touches(Placed other) {
      return row == other.row
          && from < other.from + other.extent + GAP
          && other.from < from + extent + GAP;
    }
  }

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
    List<ReferenceLine> ordered =
        lines.stream()
            .filter(line -> scale.contains(line.value()))
            .sorted(Comparator.comparingDouble(ReferenceLine::value))
            .toList();
    List<Double> rules = ordered.stream().map(line -> x(line)).toList();
    List<Placed> result = new ArrayList<>();
    for (ReferenceLine line : ordered) {
      result.add(lowest(line, rules, result));
    }
    return result;
  }

  /** Finds the lowest row with room: over the line, else to its right, else to its left. */
  private Placed lowest(ReferenceLine line, List<Double> rules, List<Placed> others) {
    String text = TextWidth.shorten(line.label(), Plot.FONT, width);
    double extent = TextWidth.of(text, Plot.FONT);
    double x = x(line);
    double[] starts = {x - extent / 2, x + BESIDE, x - BESIDE - extent};
    int rows = others.stream().mapToInt(other -> other.row() + 1).max().orElse(0);
    for (int row = 0; row <= rows; row++) {
      for (double start : starts) {
        Placed candidate = new Placed(line, text, inside(start, extent), extent, row);
        boolean crossed = rules.stream().anyMatch(rule -> rule != x && candidate.covers(rule));
        if (!crossed && others.stream().noneMatch(candidate::touches)) {
          return candidate;
        }
      }
    }
    return new Placed(line, text, inside(starts[0], extent), extent, rows);
  }

  private double x(ReferenceLine line) {
    return left + scale.position(line.value()) * width;
  }

  private double inside(double start, double extent) {
    return Math.max(0, Math.min(start, left + width - extent));
  }
}
