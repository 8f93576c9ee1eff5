package org.steadymi.datasets.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open file of columns, to be read once. */
interface TableFile extends Closeable {
  /** Its columns. */
  ColumnNames names();

  /** How the file was read where it does not say so itself, a line each. */
  List<String> notes();

  /**
   * Reads columns; values may be missing, none is infinite.
   *
   * @return the columns in the order wanted
   * @throws TableException with one line, if the file is damaged or a column cannot be read so
   */
  List<Column> read(List<Wanted> columns) throws IOException;
}
