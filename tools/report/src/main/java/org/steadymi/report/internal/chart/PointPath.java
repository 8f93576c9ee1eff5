package org.steadymi.report.internal.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Lengths;

/**
 * All points of a group as one path, which takes about ten characters a point. Places have three
 * significant digits, and points that share a place are drawn once.
 */
final class PointPath {
  /**
   * What follows the place of a point, by shape as in {@link Marks}: a line of no length whose ends
   * make it a dot or a square, and outlines of a diamond and a triangle.
   */
  private static final List<String> SHAPES =
      List.of("h0", "h0", "m0-3.2l3.2 3.2-3.2 3.2-3.2-3.2z", "m0-3l3 5.2h-6z");

  private static final List<String> CLASSES = List.of("dot", "square", "outline", "outline");

  private PointPath() {}

  /** Returns the points that have a place. */
  static Element of(int index, ScatterChart.Group group, Plot plot) {
    Set<String> places = new LinkedHashSet<>();
    for (int i = 0; i < group.size(); i++) {
      double x = group.x().get(i);
      double y = group.y().get(i);
      if (plot.shows(x, y)) {
        places.add(text(plot.x(x)) + " " + text(plot.y(y)));
      }
    }
    int shape = Marks.shape(index);
    StringBuilder path = new StringBuilder();
    places.forEach(place -> path.append('M').append(place).append(SHAPES.get(shape)));
    return Element.of("path", "points " + CLASSES.get(shape)).attr("d", path.toString());
  }

  private static String text(double length) {
    return Lengths.text(length < 100 ? length : Math.rint(length));
  }
}
