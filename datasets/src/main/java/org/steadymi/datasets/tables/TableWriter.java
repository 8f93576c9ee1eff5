package org.steadymi.datasets.tables;

import java.io.Closeable;
import java.io.IOException;
import org.steadymi.datasets.Rows;

/**
 * Writes results of the rows of a table: a column {@value #ROW} with the number of the row, the
 * columns that go along, and one column for each result. The file is whole once this is closed.
 */
public interface TableWriter extends Closeable {
  /** The column of row numbers, from 1. */
  String ROW = "row";

  /**
   * Writes rows.
   *
   * @param batch their numbers and kept values
   * @param results [n, results]; NaN where there is none
   */
  void write(RowBatch batch, Rows results) throws IOException;
}
