package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.Band;
import org.steadymi.report.Series;
import org.steadymi.report.internal.markup.Lengths;

/**
 * The outline of the area around a curve, with one point a pixel column: the lowest of its lower
 * and the highest of its upper ends. Positions without both ends interrupt the area.
 */
final class BandPath {
  private final StringBuilder path = new StringBuilder();
  private final List<Column> stretch = new ArrayList<>();

  private BandPath() {}

  /** The area over one pixel column; y grows downwards. */
  private record Column(double from, double to, double upper, double lower) {
    boolean holds(double x) {
      return Math.floor(from) == Math.floor(x);
    }

    Column with(double x, double otherUpper, double otherLower) {
      return new Column(from, x, Math.min(upper, otherUpper), Math.max(lower, otherLower));
    }

    double x() {
      return (from + to) / 2;
    }
  }

  /** Returns the data of an SVG path; empty where the band has no place. */
  static String of(Series series, Plot plot) {
    BandPath result = new BandPath();
    Band band = series.band();
    for (int i = 0; i < series.x().size(); i++) {
      double x = series.x().get(i);
      double high = band.high().get(i);
      double low = lowest(plot.yScale(), band.low().get(i));
      if (plot.shows(x, high) && plot.shows(x, low)) {
        result.add(plot.x(x), plot.y(high), plot.y(low));
      } else {
        result.close();
      }
    }
    result.close();
    return result.path.toString();
  }

  /** A logarithmic axis shows a lower end that is not positive at its own lower end. */
  private static double lowest(Scale scale, double low) {
    return low <= 0 && !scale.shows(low) && Double.isFinite(low) ? scale.range().min() : low;
  }

  private void add(double x, double upper, double lower) {
    int last = stretch.size() - 1;
    if (last >= 0 && stretch.get(last).holds(x)) {
      stretch.set(last, stretch.get(last).with(x, upper, lower));
    } else {
      stretch.add(new Column(x, x, upper, lower));
    }
  }

  /** Writes the stretch: its upper side from left to right, its lower side back. */
  private void close() {
    if (stretch.size() == 1) {
      Column only = stretch.get(0);
      stretch.set(0, new Column(only.x() - 1, only.x() - 1, only.upper(), only.lower()));
      stretch.add(new Column(only.x() + 1, only.x() + 1, only.upper(), only.lower()));
    }
    for (int i = 0; i < stretch.size(); i++) {
      write(i == 0 ? 'M' : 'L', stretch.get(i).x(), stretch.get(i).upper());
    }
    for (int i = stretch.size() - 1; i >= 0; i--) {
      write('L', stretch.get(i).x(), stretch.get(i).lower());
    }
    path.append(stretch.isEmpty() ? "" : "Z");
    stretch.clear();
  }

  private void write(char command, double x, double y) {
    path.append(command).append(Lengths.text(x)).append(' ').append(Lengths.text(y));
  }
}
