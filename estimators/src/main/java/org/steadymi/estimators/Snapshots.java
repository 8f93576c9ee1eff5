package org.steadymi.estimators;

/** Sees every checkpoint of a training when it has been judged, the untrained critic first. */
@FunctionalInterface
public interface Snapshots {
  /** Sees nothing. */
  Snapshots NONE = soFar -> {};

  /**
   * Called after each look at the selection split, once for each replica.
   *
   * @param soFar the run as it is now: selected is the checkpoint of this moment, whether it is the
   *     best so far or not, and the report is not a number
   */
  void taken(TrainingResult soFar);
}
