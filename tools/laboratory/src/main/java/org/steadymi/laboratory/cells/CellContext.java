package org.steadymi.laboratory.cells;

import java.util.Optional;

/** What a cell is given while it runs. */
public interface CellContext {
  /** What {@link #save} kept last, in this run or in an earlier one that was interrupted. */
  Optional<byte[]> checkpoint();

  /** Whether the latest checkpoint is so old that a new one is worth its writing. */
  boolean checkpointDue();

  /** Keeps a state to continue from; replaces the one before. */
  void save(byte[] state);

  /** So many more steps are done. */
  void advance(long steps);

  /** Whether the cell should save its state and throw a {@link StoppedException}. */
  boolean stopping();
}
