package org.steadymi.estimators.sample;

import java.util.Arrays;
import org.steadymi.estimators.baselines.CanonicalPairs;
import org.steadymi.estimators.baselines.GaussianMi;
import org.steadymi.estimators.baselines.Points;

/**
 * Canonical variates of mapped rows, those whose correlation is more than chance: at least one pair
 * of deviation 1.
 *
 * @param x variates of x
 * @param y variates of y, as many
 * @param correlations of each pair on the rows that they were fitted on, in (−1, 1)
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record Variates(RowMap x, RowMap y, double[] correlations) {
  /** What 1 − ρ² is at least, by n rows: 1/n², and what a float can tell from 1. */
  private static final double LEAST_REST = 1e-6;

  /**
   * Fits them.
   *
   * @param most pairs, those of the highest correlations
   */
  static Variates of(RowMap x, RowMap y, Sample training, int most) {
    CanonicalPairs pairs = new GaussianMi().canonicalPairs(x.of(training.x()), y.of(training.y()));
    int count = Math.min(most, Math.max(1, pairs.above(training.count())));
    return fitted(
        x.then(new Projection(pairs.x()).first(count)),
        y.then(new Projection(pairs.y()).first(count)),
        training);
  }

  /** The same variates as normal scores. */
  Variates asNormalScores(Sample training) {
    return fitted(
        x.then(NormalScores.fit(x.of(training.x()))),
        y.then(NormalScores.fit(y.of(training.y()))),
        training);
  }

  /** Number of pairs. */
  int count() {
    return correlations.length;
  }

  private static Variates fitted(RowMap x, RowMap y, Sample training) {
    RowMap ofX = SideFeatures.standardised(x, training.x());
    RowMap ofY = SideFeatures.standardised(y, training.y());
    return new Variates(ofX, ofY, correlations(ofX.of(training.x()), ofY.of(training.y())));
  }

  private static double[] correlations(Points x, Points y) {
    double n = x.count();
    double most = Math.sqrt(1 - Math.max(LEAST_REST, 1 / (n * n)));
    double[] correlations = new double[x.width()];
    for (int row = 0; row < x.count(); row++) {
      for (int c = 0; c < correlations.length; c++) {
        correlations[c] += x.at(row, c) * y.at(row, c) / n;
      }
    }
    return Arrays.stream(correlations).map(rho -> Math.max(-most, Math.min(most, rho))).toArray();
  }
}
