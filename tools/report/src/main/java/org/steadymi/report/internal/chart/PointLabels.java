package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.report.internal.markup.Element;

/**
 * Texts beside points. Each takes the first place that is free: right, left, above or below its
 * point or at a corner, else farther away with a stroke that leads to it. One without any such
 * place is left out; the point still says it when it is pointed at.
 */
final class PointLabels {
  private static final double HEIGHT = 13;

  /** Space that a mark takes around its point. */
  private static final double MARK = 5;

  private static final double[] DISTANCES = {7, 13, 20, 28, 38, 50, 64, 80};
  private static final int DIRECTIONS = 16;

  private final Plot.Area area;
  private final List<Point> marks = new ArrayList<>();
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

    /** The point of the rectangle that is nearest to another one. */
    Point nearest(Point point) {
      return new Point(
          Math.min(Math.max(point.x(), left), right), Math.min(Math.max(point.y(), top), bottom));
    }

    double distance(Point point) {
      return nearest(point).distance(point);
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
    marks.add(new Point(x, y));
    obstacles.add(Box.around(x, y, MARK));
  }

  /** Keeps texts off a line. */
  void avoidLine(Point from, Point to) {
    int steps = (int) Math.ceil(from.distance(to) / 5);
    for (int i = 0; i <= steps; i++) {
      double share = steps == 0 ? 0 : (double) i / steps;
      double x = from.x() + share * (to.x() - from.x());
      double y = from.y() + share * (to.y() - from.y());
      obstacles.add(Box.around(x, y, 1.5));
    }
  }

  /** Adds a text beside a point, in the colour of a class. */
  void add(String text, double x, double y, String tint) {
    Point point = new Point(x, y);
    List<Box> free = places(point, TextWidth.of(text, Plot.FONT));
    Stream.of(isNearest(point), isReached(point))
        .flatMap(condition -> free.stream().filter(condition))
        .findFirst()
        .ifPresent(
            box -> {
              taken.add(box);
              draw(text, box, point, tint);
            });
  }

  /** The free places, the most welcome first. */
  private List<Box> places(Point point, double width) {
    List<Box> places = new ArrayList<>();
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        places.add(beside(point, width, direction(i), distance));
      }
    }
    return places.stream()
        .filter(box -> isFree(box) && isClear(point, box.nearest(point)))
        .toList();
  }

  /** Angles in radians: right, left, up and down come first, then what lies between them. */
  private static double direction(int index) {
    int quarter = index % 4;
    int between = index / 4;
    double turn = new double[] {0, 2, 3, 1}[quarter] + new double[] {0, 0.5, 0.25, 0.75}[between];
    return turn * Math.PI / 2;
  }

  /** The text ends or begins in its direction, or is centred above or below. */
  private static Box beside(Point point, double width, double angle, double distance) {
    double across = Math.cos(angle);
    double down = Math.sin(angle);
    double left = point.x() + distance * across - width * (1 - stretched(across)) / 2;
    double top = point.y() + distance * down - HEIGHT * (1 - stretched(down)) / 2;
    return new Box(left, top, left + width, top + HEIGHT);
  }

  private static double stretched(double part) {
    return Math.min(Math.max(Math.sqrt(2) * part, -1), 1);
  }

  private boolean isFree(Box box) {
    return box.inside(area)
        && taken.stream().noneMatch(box::touches)
        && obstacles.stream().noneMatch(box::touches);
  }

  /** Tells whether a stroke passes no text. */
  private boolean isClear(Point from, Point to) {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(
            i ->
                new Point(
                    from.x() + i * (to.x() - from.x()) / 10,
                    from.y() + i * (to.y() - from.y()) / 10))
        .allMatch(point -> taken.stream().allMatch(text -> text.distance(point) > 0));
  }

  private Predicate<Box> isNearest(Point point) {
    return box -> others(point).allMatch(other -> box.distance(other) > box.distance(point));
  }

  /** A mark that covers part of the own one cannot be passed at more than some of its distance. */
  private Predicate<Box> isReached(Point point) {
    return box ->
        others(point)
            .allMatch(
                other -> {
                  double apart = other.distance(point);
                  return distance(other, point, box.nearest(point)) >= Math.min(MARK, 0.7 * apart);
                });
  }

  private Stream<Point> others(Point point) {
    return marks.stream().filter(mark -> !mark.equals(point));
  }

  /** The distance of a point from the line between two others. */
  private static double distance(Point point, Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double along = (point.x() - from.x()) * dx + (point.y() - from.y()) * dy;
    double share = Math.min(Math.max(along / (dx * dx + dy * dy), 0), 1);
    return Math.hypot(from.x() + share * dx - point.x(), from.y() + share * dy - point.y());
  }

  private void draw(String text, Box box, Point point, String tint) {
    Element label = Element.of("g", "label " + tint);
    double away = box.distance(point);
    if (away > DISTANCES[0] + 0.5) {
      Point near = box.nearest(point);
      double x = point.x() + MARK / away * (near.x() - point.x());
      double y = point.y() + MARK / away * (near.y() - point.y());
      label.add(Plot.line("leader", x, y, near.x(), near.y()));
      avoidLine(new Point(x, y), near);
    }
    drawn.add(label.add(Plot.text(text, box.left(), box.bottom() - 3, "start")));
  }

  /** Returns the texts that found a place. */
  Element draw() {
    return drawn;
  }
}
