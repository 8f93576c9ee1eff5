package org.steadymi.laboratory.studies;

import org.apache.commons.statistics.distribution.TDistribution;
import org.steadymi.laboratory.study.Interval;

/** Distances in standard errors. */
final class StandardErrors {
  /** One chance in 1,300 under Student's law with the 19 degrees of freedom of 20 blocks. */
  static final double FAR = 4;

  private StandardErrors() {}

  /** How many standard errors of its mean an interval lies from a number. */
  static double between(Interval measured, double exact) {
    double quantile = TDistribution.of(measured.n() - 1.0).inverseCumulativeProbability(0.975);
    double error = (measured.high() - measured.mean()) / quantile;
    return Math.abs(measured.mean() - exact) / error;
  }
}
