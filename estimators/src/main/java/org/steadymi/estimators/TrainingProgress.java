package org.steadymi.estimators;

/** Hears how far a run is. */
@FunctionalInterface
public interface TrainingProgress {
  /** Hears nothing. */
  TrainingProgress NONE = (done, total, value) -> {};

  /**
   * Called after every checkpoint.
   *
   * @param done steps trained
   * @param total steps to train
   * @param value the estimate on the selection split, averaged over the replicas that are still
   *     finite, nats
   */
  void at(int done, int total, double value);
}
