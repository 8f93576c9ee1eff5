package org.steadymi.laboratory.cells;

/** Work that goes on in chunks, and can be put away after each. */
interface Resumable {
  /** Whether nothing is left to do. */
  boolean done();

  /**
   * Does the next chunk.
   *
   * @return how many steps of the cell it was
   */
  long advance();

  /** All that it takes to go on from here. */
  byte[] state();

  /**
   * Does all chunks that are left.
   *
   * @throws StoppedException if the context asks to stop; what was done is saved
   */
  default void finish(CellContext context) {
    boolean saved = true;
    while (!done()) {
      if (context.stopping()) {
        if (!saved) {
          context.save(state());
        }
        throw new StoppedException();
      }
      context.advance(advance());
      saved = context.checkpointDue();
      if (saved) {
        context.save(state());
      }
    }
  }
}
