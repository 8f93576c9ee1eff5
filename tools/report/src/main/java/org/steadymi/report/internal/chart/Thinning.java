package org.steadymi.report.internal.chart;

import java.util.Comparator;
import java.util.stream.Stream;
import org.steadymi.report.Series;
import org.steadymi.report.internal.markup.Lengths;

/**
 * The path of a curve with no more points than the drawing can show: of all points in one pixel
 * column the first, the lowest, the highest and the last remain, so that no spike is lost. Values
 * without a place interrupt the path.
 */
final class Thinning {
  private final StringBuilder path = new StringBuilder();
  private Column column;
  private boolean gap = true;
  private int pointsSinceGap;

  private Thinning() {}

  private record Point(int index, double x, double y) {}

  /** The points to keep of one pixel column, and whether a gap lies before it. */
  private record Column(boolean afterGap, Point first, Point lowest, Point highest, Point last) {
    static Column of(boolean afterGap, Point point) {
      return new Column(afterGap, point, point, point, point);
    }

    Column with(Point point) {
      return new Column(
          afterGap,
          first,
          point.y() < lowest.y() ? point : lowest,
          point.y() > highest.y() ? point : highest,
          point);
    }

    boolean holds(Point point) {
      return Math.floor(first.x()) == Math.floor(point.x());
    }

    Stream<Point> points() {
      return Stream.of(first, lowest, highest, last)
          .distinct()
          .sorted(Comparator.comparingInt(Point::index));
    }
  }

  /** Returns the data of an SVG path; empty where no value has a place. */
  static String path(Series series, Plot plot) {
    Thinning thinning = new Thinning();
    for (int i = 0; i < series.x().size(); i++) {
      double x = series.x().get(i);
      double y = series.y().get(i);
      if (plot.shows(x, y)) {
        thinning.add(new Point(i, plot.x(x), plot.y(y)));
      } else {
        thinning.gap = true;
      }
    }
    thinning.finish();
    return thinning.path.toString();
  }

  private void add(Point point) {
    if (column != null && column.holds(point)) {
      column = column.with(point);
    } else {
      write();
      column = Column.of(gap, point);
    }
    gap = false;
  }

  private void write() {
    if (column == null) {
      return;
    }
    if (column.afterGap()) {
      closeLoneDot();
      pointsSinceGap = 0;
    }
    column.points().forEach(this::write);
  }

  private void write(Point point) {
    path.append(pointsSinceGap == 0 ? 'M' : 'L').append(Lengths.text(point.x()));
    path.append(' ').append(Lengths.text(point.y()));
    pointsSinceGap++;
  }

  /** A point between two gaps becomes a line of no length, which round ends make a dot. */
  private void closeLoneDot() {
    if (pointsSinceGap == 1) {
      path.append("h0");
    }
  }

  private void finish() {
    write();
    closeLoneDot();
  }
}
