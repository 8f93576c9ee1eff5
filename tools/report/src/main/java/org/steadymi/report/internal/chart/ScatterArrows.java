package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Lengths;

/** Arrows between points of one label in two groups. */
final class ScatterArrows {
  /** Space between a point and the end of its arrow. */
  private static final double GAP = 6;

  private static final double HEAD = 7;

  private final List<Arrow> arrows = new ArrayList<>();

  /** An arrow in pixels. */
  record Arrow(String label, String tint, double x1, double y1, double x2, double y2) {
    double length() {
      return Math.hypot(x2 - x1, y2 - y1);
    }
  }

  /** Finds the arrows whose both ends have a place. */
  ScatterArrows(ScatterChart chart, Plot plot) {
    List<String> names = chart.groups().stream().map(ScatterChart.Group::name).toList();
    for (ScatterChart.Arrows each : chart.guides().arrows()) {
      ScatterChart.Group from = chart.groups().get(names.indexOf(each.from()));
      ScatterChart.Group to = chart.groups().get(names.indexOf(each.to()));
      String tint = Tints.of(names.indexOf(each.to()));
      for (int i = 0; i < from.size(); i++) {
        int head = from.label(i).isEmpty() ? -1 : to.labels().indexOf(from.label(i));
        if (head >= 0 && shows(plot, from, i) && shows(plot, to, head)) {
          double x1 = plot.x(from.x().get(i));
          double y1 = plot.y(from.y().get(i));
          double x2 = plot.x(to.x().get(head));
          double y2 = plot.y(to.y().get(head));
          arrows.add(new Arrow(from.name() + '\n' + from.label(i), tint, x1, y1, x2, y2));
        }
      }
    }
  }

  private static boolean shows(Plot plot, ScatterChart.Group group, int point) {
    return plot.shows(group.x().get(point), group.y().get(point));
  }

  /** Returns the arrows. */
  List<Arrow> all() {
    return List.copyOf(arrows);
  }

  /** Tells whether an arrow begins at a point, so that its head bears the label. */
  boolean leave(ScatterChart.Group group, String label) {
    String start = group.name() + '\n' + label;
    return arrows.stream().anyMatch(arrow -> arrow.label().equals(start));
  }

  /** Returns the arrows that are long enough to be seen between their points. */
  Element draw() {
    Element group = Element.of("g");
    arrows.stream()
        .filter(arrow -> arrow.length() > 2 * GAP + HEAD)
        .forEach(arrow -> group.add(draw(arrow)));
    return group;
  }

  private static Element draw(Arrow arrow) {
    double dx = (arrow.x2() - arrow.x1()) / arrow.length();
    double dy = (arrow.y2() - arrow.y1()) / arrow.length();
    double tipX = arrow.x2() - GAP * dx;
    double tipY = arrow.y2() - GAP * dy;
    double neckX = tipX - HEAD * dx;
    double neckY = tipY - HEAD * dy;
    String head =
        "M%s %sL%s %sL%s %sZ"
            .formatted(
                Lengths.text(tipX),
                Lengths.text(tipY),
                Lengths.text(neckX - 3 * dy),
                Lengths.text(neckY + 3 * dx),
                Lengths.text(neckX + 3 * dy),
                Lengths.text(neckY - 3 * dx));
    double startX = arrow.x1() + GAP * dx;
    double startY = arrow.y1() + GAP * dy;
    return Element.of("g", "arrow " + arrow.tint())
        .add(Plot.line("shaft", startX, startY, neckX, neckY))
        .add(Element.of("path").attr("d", head));
  }
}
