package org.steadymi.laboratory.studies;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.report.Series;

/**
 * A training curve as it is drawn and published: a point for each of some hundred stretches of
 * equally many steps. The results of the cells hold every step.
 *
 * @param width steps of a stretch
 */
record Drawn(int width) {
  private static final int POINTS = 300;

  /** Stretches for a training of so many steps. */
  static Drawn of(int steps) {
    return new Drawn(Math.max(1, steps / POINTS));
  }

  /** The value at the last step of each stretch. */
  Series last(String name, Curve curve, Metric metric) {
    double[] values = curve.series(metric);
    return series(name, values.length, end -> values[end - 1]);
  }

  /** The mean over each stretch. */
  Series mean(String name, Curve curve, Metric metric) {
    double[] values = curve.series(metric);
    return series(
        name,
        values.length,
        end -> Arrays.stream(values, end - width, end).average().orElse(Double.NaN));
  }

  private Series series(String name, int steps, IntToDoubleFunction atEnd) {
    int[] ends = IntStream.rangeClosed(1, steps / width).map(i -> i * width).toArray();
    return Series.of(
        name,
        Arrays.stream(ends).asDoubleStream().toArray(),
        Arrays.stream(ends).mapToDouble(atEnd).toArray());
  }
}
