package org.steadymi.estimators.baselines;

/** An estimator of mutual information from samples alone, without training. */
public sealed interface Baseline permits Ksg, GaussianMi, Ross, PlugIn {
  /** What it is called, such as {@code ksg1}. */
  String name();

  /**
   * Estimates I(X; Y).
   *
   * @param x samples of X, a row each
   * @param y samples of Y; row i belongs to row i of x
   * @throws IllegalArgumentException with one line, if x has more or fewer rows than y, or both
   *     have too few
   */
  BaselineEstimate estimate(Points x, Points y);
}
