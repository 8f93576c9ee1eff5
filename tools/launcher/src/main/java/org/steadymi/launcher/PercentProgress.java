package org.steadymi.launcher;

import java.io.PrintWriter;
import org.steadymi.estimators.sample.EstimationProgress;

/** The progress of an estimate, whose total is known once it has begun. */
final class PercentProgress implements EstimationProgress, AutoCloseable {
  private final String task;
  private final PrintWriter err;
  private Progress progress;
  private int before;

  PercentProgress(String task, PrintWriter err) {
    this.task = task;
    this.err = err;
  }

  @Override
  public synchronized void at(int done, int total, String what) {
    if (progress == null) {
      progress = Progress.of(task, "critics", total, err);
    }
    if (done > before) { // several threads tell, in any order
      progress.advance(done - before, what);
      before = done;
    }
  }

  @Override
  public synchronized void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
