package org.steadymi.datasets.tables;

import java.util.List;
import java.util.stream.Stream;

/**
 * The chosen columns of a table, complete: no value is missing or infinite.
 *
 * @param name what messages call it, for example the file
 * @param x columns of X, at least one
 * @param y columns of Y, at least one, of as many rows
 * @param notes what was found or done while reading, a line each
 */
public record Table(String name, List<Column> x, List<Column> y, List<String> notes) {
  /** Checks that the columns are complete and equally long. */
  public Table {
    x = List.copyOf(x);
    y = List.copyOf(y);
    notes = List.copyOf(notes);
    if (x.isEmpty() || y.isEmpty()) {
      throw new TableException(name + ": expected a column of X and one of Y at least");
    }
    for (Column column : Stream.concat(x.stream(), y.stream()).toList()) {
      if (column.rows() != x.get(0).rows()) {
        throw new TableException(
            "%s: column '%s' has %,d rows, expected %,d as '%s' has"
                .formatted(name, column.name(), column.rows(), x.get(0).rows(), x.get(0).name()));
      }
      if (column.missing() > 0) {
        throw new TableException(
            "%s: column '%s' has missing values".formatted(name, column.name()));
      }
      requireFinite(name, column);
    }
  }

  private static void requireFinite(String name, Column column) {
    if (column instanceof Column.Numbers numbers) {
      double[] values = numbers.values();
      for (int row = 0; row < values.length; row++) {
        if (Double.isInfinite(values[row])) {
          throw new Place(name, column.name()).infinite(Place.row(row + 1));
        }
      }
    }
  }

  /** Number of rows. */
  public int rows() {
    return x.get(0).rows();
  }

  /** The columns of X, then those of Y. */
  public List<Column> columns() {
    return Stream.concat(x.stream(), y.stream()).toList();
  }
}
