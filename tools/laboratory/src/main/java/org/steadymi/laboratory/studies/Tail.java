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
  /** A share of all steps, at the end; at least one step. */
  static Tail of(int steps, double share) {
    return new Tail(steps - Math.max(1, (int) Math.round(steps * share)), steps);
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
