package org.steadymi.evaluator.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of cells as aligned lines of text: the first column to the left, the rest as told. */
final class TextTable {
  private static final String GAP = "  ";

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param alignment one character per column: {@code l} or {@code r}
   */
  TextTable(String alignment) {
    right = new boolean[alignment.length()];
    for (int c = 0; c < right.length; c++) {
      right[c] = alignment.charAt(c) == 'r';
    }
  }

  TextTable row(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(
          "table: expected " + right.length + " cells, found " + cells.length);
    }
    rows.add(cells.clone());
    return this;
  }

  List<String> lines() {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        widths[c] = Math.max(widths[c], row[c].length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(String[] row, int[] widths) {
    String[] cells = new String[row.length];
    for (int c = 0; c < row.length; c++) {
      String padding = " ".repeat(widths[c] - row[c].length());
      cells[c] = right[c] ? padding + row[c] : row[c] + padding;
    }
    return String.join(GAP, Arrays.asList(cells)).stripTrailing();
  }
}
