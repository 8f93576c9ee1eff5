package org.steadymi.datasets.tables;

/** Where a value stands, as messages say it. */
record Place(String file, String column) {
  private static final int SHOWN = 40;

  /** A problem of a value; rows count from 1 and leave the header out. */
  TableException at(String row, String problem) {
    return new TableException(file + ": " + row + ", column '" + column + "': " + problem);
  }

  /** A problem of the column. */
  TableException column(String problem) {
    return new TableException(file + ": column '" + column + "' " + problem);
  }

  /**
   * A column that holds no numbers, where a model is to take it.
   *
   * @param what it holds instead
   */
  TableException noNumbers(String what) {
    return column("holds %s, expected numbers: a model takes nothing else".formatted(what));
  }

  TableException infinite(String row) {
    return at(
        row, "found an infinite value, expected a finite number: mend it or leave the row out");
  }

  static String row(long row) {
    return "row " + row;
  }

  /** A value as messages show it: in quotes, on one line, not longer than a line bears. */
  static String shown(String value) {
    StringBuilder text = new StringBuilder("'");
    value
        .codePoints()
        .limit(SHOWN)
        .forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return text.append(value.codePointCount(0, value.length()) > SHOWN ? "…'" : "'").toString();
  }
}
