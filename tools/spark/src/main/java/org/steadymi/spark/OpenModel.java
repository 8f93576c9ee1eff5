package org.steadymi.spark;

import org.steadymi.evaluator.bulk.PartsJob;
import org.steadymi.evaluator.scoring.RowFunction;

/** The model that all tasks of a process share: opened by the first, closed as the process ends. */
final class OpenModel {
  private static RowFunction model; // an executor works for one job

  private OpenModel() {}

  /**
   * The model of a job.
   *
   * @param threads that a task may keep busy, as many in all tasks
   */
  static synchronized RowFunction of(PartsJob job, int threads) {
    if (model == null) {
      model = job.open(threads);
    }
    return model;
  }

  /** Closes it; no task may use it any more. */
  static synchronized void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
