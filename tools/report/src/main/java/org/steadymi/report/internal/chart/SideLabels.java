package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.internal.markup.Element;

/**
 * Horizontal reference lines with their labels in the margin at the right. Labels that would touch
 * are moved apart and joined to their lines by short strokes.
 */
final class SideLabels {
  private static final double LINE_HEIGHT = 13;
  private static final double STROKE = 14;

  private final List<Label> labels;

  private record Label(ReferenceLine line, List<String> text) {
    double height() {
      return LINE_HEIGHT * text.size() + 2;
    }
  }

  /** A label and where its middle is. */
  private record Placed(Label label, double center) {
    double top() {
      return center - label.height() / 2;
    }

    double bottom() {
      return center + label.height() / 2;
    }
  }

  /** Creates the labels of lines, broken into lines of text no wider than so much. */
  SideLabels(List<ReferenceLine> lines, double width) {
    labels =
        lines.stream()
            .map(line -> new Label(line, TextWidth.wrap(line.label(), Plot.FONT, width)))
            .toList();
  }

  /** Returns the width of the margin that the labels need; 0 without labels. */
  double margin() {
    return labels.stream()
        .flatMap(label -> label.text().stream())
        .mapToDouble(text -> STROKE + TextWidth.of(text, Plot.FONT))
        .max()
        .orElse(0);
  }

  /** Returns the lines with their labels. */
  Element draw(Plot plot, Tints tints) {
    Element group = Element.of("g");
    for (Placed placed : place(plot)) {
      ReferenceLine line = placed.label().line();
      double y = plot.y(line.value());
      double right = plot.area().right();
      Element entry = Element.of("g", "reference " + tints.of(line.series()));
      entry.add(Element.of("title").text(line.label()));
      entry.add(Plot.line("rule", plot.area().left(), y, right, y));
      entry.add(Plot.line("leader", right, y, right + STROKE - 4, placed.center()));
      double baseline = placed.top() + LINE_HEIGHT - 2;
      for (String text : placed.label().text()) {
        entry.add(Plot.text(text, right + STROKE, baseline, "start"));
        baseline += LINE_HEIGHT;
      }
      group.add(entry);
    }
    return group;
  }

  /** Pushes labels down where they touch, then up from the lower end of the plot. */
  private List<Placed> place(Plot plot) {
    List<Placed> placed = new ArrayList<>();
    double free = 0;
    for (Label label : inOrder(plot)) {
      double half = label.height() / 2;
      placed.add(new Placed(label, Math.max(plot.y(label.line().value()), free + half)));
      free = placed.get(placed.size() - 1).bottom();
    }
    double limit = plot.area().bottom() + LINE_HEIGHT;
    for (int i = placed.size() - 1; i >= 0; i--) {
      Placed each = placed.get(i);
      double half = each.label().height() / 2;
      placed.set(i, new Placed(each.label(), Math.min(each.center(), limit - half)));
      limit = placed.get(i).top();
    }
    return placed;
  }

  private List<Label> inOrder(Plot plot) {
    return labels.stream()
        .filter(label -> plot.yScale().contains(label.line().value()))
        .sorted(Comparator.comparingDouble(label -> plot.y(label.line().value())))
        .toList();
  }
}
