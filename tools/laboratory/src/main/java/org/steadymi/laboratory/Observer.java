package org.steadymi.laboratory;

import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;

/** Hears how a study proceeds; its methods are called from several threads. */
public interface Observer {
  /** The unfinished cells have so many steps, before the first of them begins. */
  default void begins(long steps) {}

  /** So many more steps are done. */
  default void advanced(long steps) {}

  /** Nothing can begin before something is there, such as a free core of a cluster. */
  default void waits(String forWhat) {}

  /**
   * A cell is finished, now or by an earlier run of the same study; once for each cell. Its curves
   * are complete.
   */
  default void finished(CellKey key, CellResult result) {}

  /** Both of two observers, one after the other. */
  static Observer both(Observer first, Observer second) {
    return new Observer() {
      @Override
      public void begins(long steps) {
        first.begins(steps);
        second.begins(steps);
      }

      @Override
      public void advanced(long steps) {
        first.advanced(steps);
        second.advanced(steps);
      }

      @Override
      public void waits(String forWhat) {
        first.waits(forWhat);
        second.waits(forWhat);
      }

      @Override
      public void finished(CellKey key, CellResult result) {
        first.finished(key, result);
        second.finished(key, result);
      }
    };
  }
}
