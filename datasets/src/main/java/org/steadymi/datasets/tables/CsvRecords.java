package org.steadymi.datasets.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Hands the cells of rows on: all of the first row as a list, of further rows the wanted ones. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecords> {
  private final List<String> first = new ArrayList<>();
  private CellTarget[] byPosition; // null until the columns are chosen

  /** The cells of the first row, stripped. */
  List<String> first() {
    return first;
  }

  /** From now on cells go to these columns; {@code null} where nobody wants them. */
  void route(CellTarget... columns) {
    byPosition = columns;
  }

  /** The line on which the current row starts, from 1. */
  long line() {
    return getStartingLineNumber();
  }

  /** Cells of the current row. */
  int cells() {
    return getFieldCount();
  }

  @Override
  protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
    if (byPosition == null) {
      first.add(stripped(buffer, offset, length));
    } else if (field < byPosition.length && byPosition[field] != null) {
      byPosition[field].add(stripped(buffer, offset, length));
    }
  }

  private static String stripped(char[] buffer, int offset, int length) {
    int from = offset;
    int to = offset + length;
    while (from < to && Character.isWhitespace(buffer[from])) {
      from++;
    }
    while (to > from && Character.isWhitespace(buffer[to - 1])) {
      to--;
    }
    return new String(buffer, from, to - from);
  }

  @Override
  protected CsvRecords buildRecord() {
    return this;
  }
}
