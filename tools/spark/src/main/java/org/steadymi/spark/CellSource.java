package org.steadymi.spark;

import java.io.Serializable;
import org.steadymi.laboratory.cells.Cell;

/** Makes cells where they are run; what is sent there is this, not the cells. */
interface CellSource extends Serializable {
  /** The cell with that key; may be called by several threads. */
  Cell cell(String key);
}
