package org.steadymi.laboratory.study;

import java.util.Map;
import java.util.NoSuchElementException;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;

/**
 * The results of a study's cells.
 *
 * @param byKey one for every cell of the grid
 */
public record Results(Map<CellKey, CellResult> byKey) {
  /** Copies. */
  public Results {
    byKey = Map.copyOf(byKey);
  }

  /** The result of one cell. */
  public CellResult of(CellKey key) {
    CellResult result = byKey.get(key);
    if (result == null) {
      throw new NoSuchElementException("no cell '" + key + "' in the grid");
    }
    return result;
  }
}
