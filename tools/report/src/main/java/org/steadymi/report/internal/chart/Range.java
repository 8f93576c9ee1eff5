package org.steadymi.report.internal.chart;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.steadymi.report.Axis;

/**
 * An interval of values that is not empty.
 *
 * @param min lower end, finite
 * @param max upper end, finite, above min
 */
record Range(double min, double max) {
  /** Values beyond this are cut, which keeps differences of values finite. */
  private static final double LARGEST = 1e300;

  /** Returns what an axis has to show of these values: those it can show, within its limits. */
  static Range of(Axis axis, DoubleStream values) {
    DoubleSummaryStatistics shown =
        values
            .filter(Double::isFinite)
            .filter(value -> axis.spacing() != Axis.Spacing.LOG || value > 0)
            .map(value -> Math.min(Math.max(value, axis.min()), axis.max()))
            .map(value -> Math.min(Math.max(value, -LARGEST), LARGEST))
            .filter(value -> axis.spacing() != Axis.Spacing.LOG || value > 0)
            .summaryStatistics();
    if (shown.getCount() == 0) {
      return axis.spacing() == Axis.Spacing.LOG ? new Range(1, 10) : new Range(0, 1);
    }
    return spread(axis, shown.getMin(), shown.getMax());
  }

  private static Range spread(Axis axis, double min, double max) {
    if (max - min > 1e-12 * Math.max(Math.abs(min), Math.abs(max))) {
      return new Range(min, max);
    }
    if (axis.spacing() == Axis.Spacing.LOG) {
      return new Range(min / 2, max * 2);
    }
    double margin = min == 0 ? 1 : Math.abs(min) / 10;
    return new Range(min - margin, max + margin);
  }
}
