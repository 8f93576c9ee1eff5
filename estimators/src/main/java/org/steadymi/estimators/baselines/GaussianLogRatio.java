package org.steadymi.estimators.baselines;

/**
 * The log density ratio of a normal distribution, T(x, y) = log N(x, y) / (N(x) N(y)) in nats, as a
 * quadratic form: with z the numbers of x and then of y, less {@link #mean} and divided by {@link
 * #deviation} each,
 *
 * <p>T(x, y) = I + Σ_ij form_ij z_i z_j, where form = ½ (diag(R_x⁻¹, R_y⁻¹) − R⁻¹)
 *
 * <p>and I is the mutual information of that distribution, the mean of T under it.
 *
 * @param xWidth numbers of x; the rest is y
 * @param mean [d_x + d_y]
 * @param deviation [d_x + d_y], above 0
 * @param form [d_x + d_y, d_x + d_y], symmetric
 * @param mutualInformation I, nats
 */
@SuppressWarnings("ArrayRecordComponent") // coefficients to read, never compared
public record GaussianLogRatio(
    int xWidth, double[] mean, double[] deviation, double[][] form, double mutualInformation) {
  /**
   * T of aligned rows.
   *
   * @param x [N, d_x]
   * @param y [N, d_y]
   * @return [N], nats
   * @throws IllegalArgumentException with one line, if the rows do not fit
   */
  public double[] at(Points x, Points y) {
    int yWidth = mean.length - xWidth;
    if (x.width() != xWidth || y.width() != yWidth || x.count() != y.count()) {
      throw new IllegalArgumentException(
          "log ratio: expected rows of %d and %d numbers, as many of each, found %d of %d and %d of %d"
              .formatted(xWidth, yWidth, x.count(), x.width(), y.count(), y.width()));
    }
    double[] ratios = new double[x.count()];
    double[] z = new double[mean.length];
    for (int i = 0; i < ratios.length; i++) {
      for (int c = 0; c < z.length; c++) {
        double value = c < xWidth ? x.at(i, c) : y.at(i, c - xWidth);
        z[c] = (value - mean[c]) / deviation[c];
      }
      ratios[i] = mutualInformation + quadratic(z);
    }
    return ratios;
  }

  private double quadratic(double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length; j++) {
        sum += form[i][j] * z[i] * z[j];
      }
    }
    return sum;
  }
}
