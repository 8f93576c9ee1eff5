package org.steadymi.estimators.sample;

/** Is told what has been done; by several threads. */
@FunctionalInterface
public interface EstimationProgress {
  /** Tells nobody. */
  EstimationProgress NONE = (done, total, what) -> {};

  /**
   * Called after every candidate of every fold.
   *
   * @param done candidates of folds that are fitted
   * @param total to fit
   * @param what was fitted, with its value on the selection rows
   */
  void at(int done, int total, String what);
}
