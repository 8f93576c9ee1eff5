package org.steadymi.laboratory.cells;

/**
 * One independent piece of a study's grid. It knows nothing of other cells and keeps no state: the
 * same cell gives the same result, bit for bit, whenever and wherever it is run; times that are
 * measured are all that may differ.
 */
public interface Cell {
  /** What identifies it within its study, for example {@code batch=100,loss=mine}. */
  CellKey key();

  /** How much work it is, in training steps of one critic; the unit of progress. */
  long steps();

  /**
   * What it takes in comparison with the other cells of its study; those that take most go first.
   */
  default long cost() {
    return steps();
  }

  /**
   * Does the work, from the latest checkpoint on where there is one.
   *
   * @throws StoppedException if the context asks to stop
   */
  CellResult run(CellContext context);
}
