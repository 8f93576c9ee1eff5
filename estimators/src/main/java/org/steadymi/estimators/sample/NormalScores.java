package org.steadymi.estimators.sample;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A column's ranks as normal quantiles: z = Φ⁻¹(F(v)) with F the distribution function of the rows
 * that it is fitted on, linear between them. Mutual information does not change under it where the
 * column is continuous, and heavy tails are gone. Beyond the fitted values it goes on with the slope
 * of its last tenth, so that it stays invertible.
 */
final class NormalScores {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] values;
  private final double[] quantiles;

  private NormalScores(double[] values, double[] quantiles) {
    this.values = values;
    this.quantiles = quantiles;
  }

  /**
   * Fits it.
   *
   * @param column at least two different finite values
   */
  static NormalScores of(double... column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double[] values = new double[n];
    double[] quantiles = new double[n];
    int distinct = 0;
    for (int from = 0; from < n; ) {
      int to = from;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      values[distinct] = sorted[from];
      quantiles[distinct] = NORMAL.inverseCumulativeProbability((from + to) / 2.0 / n);
      distinct++;
      from = to;
    }
    if (distinct < 2) {
      throw new IllegalArgumentException("normal scores: expected two different values, found one");
    }
    return new NormalScores(Arrays.copyOf(values, distinct), Arrays.copyOf(quantiles, distinct));
  }

  /** z of a value. */
  double at(double value) {
    int found = Arrays.binarySearch(values, value);
    if (found >= 0) {
      return quantiles[found];
    }
    int above = -found - 1;
    int tenth = Math.max(1, values.length / 10);
    if (above == 0) {
      return quantiles[0] + slope(0, tenth) * (value - values[0]);
    }
    int last = values.length - 1;
    if (above > last) {
      return quantiles[last] + slope(last - tenth, last) * (value - values[last]);
    }
    return quantiles[above] + slope(above - 1, above) * (value - values[above]);
  }

  private double slope(int from, int to) {
    return (quantiles[to] - quantiles[from]) / (values[to] - values[from]);
  }
}
