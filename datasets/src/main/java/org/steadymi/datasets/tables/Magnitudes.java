package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.List;

/** Numbers so large that their squares overflow: a mark of a missing value rather than a value. */
final class Magnitudes {
  /** Up to here, the squares of all numbers of a table have a sum. */
  static final double LARGEST = 1e150;

  private Magnitudes() {}

  /** An error for each column that has such numbers. */
  static List<Finding> of(Table table) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column instanceof Column.Numbers numbers) {
        int first = next(numbers.values(), 0);
        if (first < numbers.rows()) {
          findings.add(finding(numbers, first));
        }
      }
    }
    return findings;
  }

  private static int next(double[] values, int from) {
    int row = from;
    while (row < values.length && Math.abs(values[row]) <= LARGEST) {
      row++;
    }
    return row;
  }

  private static Finding finding(Column.Numbers column, int first) {
    int count = 0;
    for (int row = first; row < column.rows(); row = next(column.values(), row + 1)) {
      count++;
    }
    return Finding.error(
        "column '%s': found %s in row %,d of the %,d in use, the first of %,d values beyond %s:"
                .formatted(
                    column.name(), column.values()[first], first + 1, column.rows(), count, LARGEST)
            + " a mark of a missing value? leave these rows out, or empty the cells and say"
            + " --missing drop");
  }
}
