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

  /** An arrow from a point to another, in the colour of a class. */
  record Arrow(String label, String tint, Point from, Point to) {
    double length() {
      return from.distance(to);
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
          String label = from.name() + '\n' + from.label(i);
          arrows.add(new Arrow(label, tint, point(plot, from, i), point(plot, to, head)));
        }
      }
    }
  }

  private static boolean shows(Plot plot, ScatterChart.Group group, int point) {
    return plot.shows(group.x().get(point), group.y().get(point));
  }

  private static Point point(Plot plot, ScatterChart.Group group, int point) {
    return new Point(plot.x(group.x().get(point)), plot.y(group.y().get(point)));
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
    double dx = (arrow.to().x() - arrow.from().x()) / arrow.length();
    double dy = (arrow.to().y() - arrow.from().y()) / arrow.length();
    double tipX = arrow.to().x() - GAP * dx;
    double tipY = arrow.to().y() - GAP * dy;
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
    double startX = arrow.from().x() + GAP * dx;
    double startY = arrow.from().y() + GAP * dy;
    return Element.of("g", "arrow " + arrow.tint())
        .add(Plot.line("shaft", startX, startY, neckX, neckY))
        .add(Element.of("path").attr("d", head));
  }
}
