package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sample means held against their expectation: the difference must stay within five standard errors
 * (two-sided probability 6e-7 for a right sampler), at fixed seeds.
 */
final class Moments {
  static final double SIGMAS = 5;

  private double sum;
  private double squares;
  private long count;

  void add(double value) {
    sum += value;
    squares += value * value;
    count++;
  }

  double mean() {
    return sum / count;
  }

  double standardError() {
    return Math.sqrt((squares / count - mean() * mean()) / count);
  }

  void assertMean(String what, double expected) {
    assertThat(Math.abs(mean() - expected))
        .as("%s: mean %s of %d, expected %s", what, mean(), count, expected)
        .isLessThanOrEqualTo(SIGMAS * standardError());
  }
}
