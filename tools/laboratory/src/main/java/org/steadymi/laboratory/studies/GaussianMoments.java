package org.steadymi.laboratory.studies;

import org.steadymi.datasets.Gaussian;

/**
 * Exact moments of the bounds of correlated normal vectors at the critic log r, r = p(x, y) / p(x)
 * p(y).
 *
 * <p>By Mehler's formula r(x, y) = Σ_n ρⁿ h_n(x) h_n(y) in each dimension, with h_n the Hermite
 * polynomials orthonormal under the standard normal law. Hence E_Q[r²] = (1 − ρ²)^−d = e^{2I}, and
 * for two joint pairs E[r(x, y′) r(x′, y)] = (1 − ρ⁴)^−d. All other products of two different
 * off-diagonal entries of a batch have mean 1, since E_y[r(x, y)] = E_x[r(x, y)] = 1, and so has
 * the product of an entry with log r of a diagonal one the mean I. The variance of log r under P is
 * d ρ².
 *
 * @param dim d
 * @param rho ρ
 */
record GaussianMoments(int dim, double rho) {
  static GaussianMoments of(int dim, double mi) {
    return new GaussianMoments(dim, Gaussian.ofMi(dim, mi).rho());
  }

  /** I, nats. */
  double mi() {
    return -0.5 * dim * Math.log1p(-rho * rho);
  }

  /** Whether the fourth moment of r under Q is finite, without which sample variances mislead. */
  boolean fourthMomentIsFinite() {
    return Math.abs(rho) < 1.0 / 3;
  }

  /** Variance of J, the mean of log r over the K joint pairs of a batch: d ρ² / K. */
  double jointVariance(int batch) {
    return dim * rho * rho / batch;
  }

  /**
   * Variance of M, the mean of r over the K(K−1) off-diagonal pairs of a batch:
   *
   * <pre>[ (1 − ρ²)^−d + (1 − ρ⁴)^−d − 2 ] / K(K − 1).</pre>
   */
  double marginalVariance(int batch) {
    double square = rho * rho;
    double pairs = Math.expm1(-dim * Math.log1p(-square));
    double swapped = Math.expm1(-dim * Math.log1p(-square * square));
    return (pairs + swapped) / (batch * (batch - 1.0));
  }

  /** Variance of 1 + J − a M, J and M being uncorrelated. */
  double nwjVariance(int batch, double a) {
    return jointVariance(batch) + a * a * marginalVariance(batch);
  }

  /**
   * The bias of InfoNCE is not below this: with m_i = mean_j r_ij, E[log m_i] ≤ log E[m_i], and of
   * the K terms of m_i one is joint, with mean E_P[r] = e^{2I}.
   */
  double infoNceLeastBias(int batch) {
    return -Math.log1p(Math.expm1(2 * mi()) / batch);
  }

  /** The bias of InfoNCE is not above this: it is a lower bound, and below log K. */
  double infoNceLargestBias(int batch) {
    return Math.min(0, Math.log(batch) - mi());
  }
}
