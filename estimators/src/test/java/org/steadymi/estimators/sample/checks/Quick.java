package org.steadymi.estimators.sample.checks;

import org.steadymi.estimators.sample.EstimateOptions;

/** Estimates that take little time. */
final class Quick {
  /** In closed form, in two folds. */
  static final EstimateOptions OPTIONS =
      EstimateOptions.DEFAULTS
          .withMethod("normal")
          .withFolds(2)
          .withPermutations(19)
          .withThreads(1);

  private Quick() {}
}
