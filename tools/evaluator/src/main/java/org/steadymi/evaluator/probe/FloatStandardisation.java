package org.steadymi.evaluator.probe;

import org.steadymi.datasets.Rows;

/**
 * Shift and scale per column of floats, as fitted to one set of rows. A column is constant, and
 * becomes zero, where its deviation is below what a float can tell from its mean.
 */
final class FloatStandardisation {
  private final double[] mean;
  private final double[] scale;

  private FloatStandardisation(double[] mean, double[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** Fits column means and (population) standard deviations. */
  static FloatStandardisation fit(Rows rows) {
    int n = rows.count();
    double[] mean = new double[rows.width()];
    double[] scale = new double[rows.width()];
    for (int k = 0; k < mean.length; k++) {
      for (int i = 0; i < n; i++) {
        mean[k] += rows.at(i, k) / (double) n;
      }
      double variance = 0;
      for (int i = 0; i < n; i++) {
        double delta = rows.at(i, k) - mean[k];
        variance += delta * delta / n;
      }
      boolean constant = variance <= 1e-12 * mean[k] * mean[k];
      scale[k] = constant ? 0 : 1 / Math.sqrt(variance);
    }
    return new FloatStandardisation(mean, scale);
  }

  Rows apply(Rows rows) {
    float[] values = new float[rows.values().length];
    for (int i = 0; i < rows.count(); i++) {
      for (int k = 0; k < rows.width(); k++) {
        values[i * rows.width() + k] = (float) ((rows.at(i, k) - mean[k]) * scale[k]);
      }
    }
    return new Rows(values, rows.width());
  }
}
