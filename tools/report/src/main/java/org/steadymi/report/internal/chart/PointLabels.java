package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.internal.markup.Element;

/**
 * Texts beside points. Each takes the first place that is free: right, left, above or below its
 * point or at a corner, else farther away with a stroke that leads to it. One without any such
 * place is left out; the point still says it when it is pointed at.
 */
final class PointLabels {
  private static final double HEIGHT = 13;
  private static final double[] DISTANCES = {7, 15, 26, 40};

  /** Right, left, above, below, then the corners: horizontal and vertical direction. */
  private static final int[][] SIDES = {
    {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}
  };

  private final Plot.Area area;
  private final List<Box> obstacles = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();
  private final Element drawn = Element.of("g");

  /** A rectangle that a text or mark covers. */
  private record Box(double left, double top, double right, double bottom) {
    static Box around(double x, double y, double half) {
      return new Box(x - half, y - half, x + half, y + half);
    }

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean inside(Plot.Area area) {
      return left >= area.left() + 1
          && right <= area.right() - 1
          && top >= area.top() + 1
          && bottom <= area.bottom() - 1;
    }
  }

  /** Creates labels of points inside an area. */
  PointLabels(Plot.Area area) {
    this.area = area;
  }

  /** Keeps texts off a mark. */
  void avoid(double x, double y) {
    obstacles.add(Box.around(x, y, 5));
  }

  /** Keeps texts off a line. */
  void avoidLine(double x1, double y1, double x2, double y2) {
    int steps = (int) Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 5);
    for (int i = 0; i <= steps; i++) {
      double share = steps == 0 ? 0 : (double) i / steps;
      obstacles.add(Box.around(x1 + share * (x2 - x1), y1 + share * (y2 - y1), 1.5));
    }
  }

  /** Adds a text beside a point, in the colour of a class. */
  void add(String text, double x, double y, String tint) {
    double width = TextWidth.of(text, Plot.FONT);
    for (double distance : DISTANCES) {
      for (int[] side : SIDES) {
        Box box = beside(x, y, width, side, distance);
        boolean free =
            box.inside(area)
                && taken.stream().noneMatch(box::touches)
                && obstacles.stream().noneMatch(box::touches);
        if (free) {
          taken.add(box);
          draw(text, box, new double[] {x, y, distance}, tint);
          return;
        }
      }
    }
  }

  private static Box beside(double x, double y, double width, int[] side, double distance) {
    boolean corner = side[0] != 0 && side[1] != 0;
    double away = corner ? 0.7 * distance : distance;
    double left = x + side[0] * away - width * (1 - side[0]) / 2;
    double top = y + side[1] * away - HEIGHT * (1 - side[1]) / 2;
    return new Box(left, top, left + width, top + HEIGHT);
  }

  private void draw(String text, Box box, double[] point, String tint) {
    Element label = Element.of("g", "label " + tint);
    if (point[2] > DISTANCES[0]) {
      double x = Math.min(Math.max(point[0], box.left()), box.right());
      double y = Math.min(Math.max(point[1], box.top()), box.bottom());
      double share = 6 / Math.max(6, Math.hypot(x - point[0], y - point[1]));
      double fromX = point[0] + share * (x - point[0]);
      double fromY = point[1] + share * (y - point[1]);
      label.add(Plot.line("leader", fromX, fromY, x, y));
    }
    drawn.add(label.add(Plot.text(text, box.left(), box.bottom() - 3, "start")));
  }

  /** Returns the texts that found a place. */
  Element draw() {
    return drawn;
  }
}
