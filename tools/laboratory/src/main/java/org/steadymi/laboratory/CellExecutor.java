package org.steadymi.laboratory;

import org.steadymi.laboratory.cells.StoppedException;

/** Runs the cells of one study somewhere; to be used once. */
public interface CellExecutor {
  /**
   * Runs all cells and keeps the result of each as soon as it is there.
   *
   * @throws StoppedException if {@link #stop} was called before all were finished
   */
  void run(Work work) throws InterruptedException;

  /** Asks the cells that run to stop; no other begins. May be called by any thread. */
  void stop();
}
