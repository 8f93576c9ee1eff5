package org.steadymi.estimators;

import java.util.Arrays;

/** Levels of critics. */
final class Levels {
  private Levels() {}

  /** log of the mean of M over equally large batches, from each batch's log M. */
  static double pooled(double[] logMarginals) {
    double top = Arrays.stream(logMarginals).max().orElseThrow();
    double sum = Arrays.stream(logMarginals).map(l -> Math.exp(l - top)).sum();
    return top + Math.log(sum / logMarginals.length);
  }
}
