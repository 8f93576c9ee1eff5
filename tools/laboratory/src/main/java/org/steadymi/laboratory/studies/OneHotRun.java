package org.steadymi.laboratory.studies;

import java.util.Optional;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.Diagnostics;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;

/**
 * One critic of a one-hot study.
 *
 * @param curve its training; ends with the first step not finite
 * @param scores of all pairs, at the last snapshot with finite ones
 * @param diagnosis read off the curve
 * @param tail over which levels are averaged
 */
record OneHotRun(Curve curve, Optional<ScoreTable> scores, Diagnosis diagnosis, Tail tail) {
  static OneHotRun of(Curve curve, Optional<ScoreTable> scores, Tail tail) {
    return new OneHotRun(curve, scores, Diagnostics.of(curve), tail);
  }

  boolean finite() {
    return curve.firstNonFinite() == curve.steps();
  }

  /** Mean of a metric over the last steps; NaN if the critic did not stay finite. */
  double level(Metric metric) {
    return finite() ? tail.mean(curve, metric) : Double.NaN;
  }

  /** Largest finite |J| or |log M| of any step. */
  double largestTerm() {
    double largest = 0;
    for (int step = 0; step < curve.firstNonFinite(); step++) {
      double terms =
          Math.max(
              Math.abs(curve.at(step, Metric.JOINT)),
              Math.abs(curve.at(step, Metric.LOG_MARGINAL)));
      largest = Math.max(largest, terms);
    }
    return largest;
  }
}
