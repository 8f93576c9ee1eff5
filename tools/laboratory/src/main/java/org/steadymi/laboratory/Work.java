package org.steadymi.laboratory;

import java.util.Comparator;
import java.util.List;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.store.Store;
import org.steadymi.laboratory.study.Settings;

/**
 * What is left to do of a study.
 *
 * @param study name in the catalogue
 * @param settings of which the study makes its cells
 * @param cells the unfinished ones, the costliest first
 * @param store where their results and checkpoints are
 * @param observer hears of them
 */
public record Work(
    String study, Settings settings, List<? extends Cell> cells, Store store, Observer observer) {
  /** Puts the cells in order. */
  public Work {
    cells = cells.stream().sorted(Comparator.comparingLong(Cell::cost).reversed()).toList();
  }

  /** Keeps the result of a cell and says so. */
  public void finish(Cell cell, CellResult result) {
    store.write(cell.key(), result);
    observer.finished(cell.key(), result);
  }
}
