package org.steadymi.datasets.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open file of columns, to be read once. */
interface TableFile extends Closeable {
  /** Whether it holds nothing at all, not even the names of columns. */
  default boolean isBlank() {
    return false;
  }

  /** Its columns; a blank file is refused. */
  ColumnNames names();

  /** How the file was read where it does not say so itself, a line each. */
  List<String> notes();

  /** What is said of a file without rows. */
  default String noRows() {
    return "holds no rows";
  }

  /**
   * Reads columns; values may be missing, none is infinite.
   *
   * @return the columns in the order wanted
   * @throws TableException with one line, if the file is damaged or a column cannot be read so
   */
  List<Column> read(List<Wanted> columns) throws IOException;

  /**
   * Columns to be read a batch of rows at a time, in the place of {@link #read}.
   *
   * @param inputs columns of numbers
   * @param kept columns to be handed on as they are
   * @throws TableException with one line, if a column is not of such a kind
   */
  BatchReader batches(List<Wanted> inputs, List<Wanted> kept) throws IOException;
}
