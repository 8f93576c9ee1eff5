package org.steadymi.laboratory.studies;

import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;

/**
 * The last steps of a training, over which levels are averaged.
 *
 * @param from the first of them
 * @param to one beyond the last
 */
record Tail(int from, int to) {
  /** The last of all steps: so many, or all where there are fewer. */
  static Tail of(int steps, int count) {
    return new Tail(Math.max(0, steps - count), steps);
  }

  int steps() {
    return to - from;
  }

  /** Mean of a metric; NaN if the curve ends before the tail does, for then it exploded. */
  double mean(Curve curve, Metric metric) {
    if (curve.steps() < to) {
      return Double.NaN;
    }
    double sum = 0;
    for (int step = from; step < to; step++) {
      sum += curve.at(step, metric);
    }
    return sum / steps();
  }
}
