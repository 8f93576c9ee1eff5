package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.datasets.Rows;

/**
 * Columns as one block of numbers.
 *
 * @param values [rows, width], row-major; not copied
 * @param names of the numbers of a row; {@code species=setosa} for a level
 */
@SuppressWarnings("ArrayRecordComponent") // a block of data: identity, not content, matters
public record TableMatrix(double[] values, List<String> names) {
  /** Levels of a column at most. */
  public static final int MOST_LEVELS = 1_000;

  /** Checks that the array holds whole rows. */
  public TableMatrix {
    names = List.copyOf(names);
    if (names.isEmpty() || values.length % names.size() != 0) {
      throw new IllegalArgumentException(
          "matrix: expected a multiple of the width %d, found %d values"
              .formatted(names.size(), values.length));
    }
  }

  /**
   * The columns side by side: numbers as they are, and a number per level of a category, 1 for the
   * level of the row and 0 for the others.
   *
   * @param columns complete ones of equally many rows, at least one
   * @throws TableException with one line, if a value is missing, a column has more than {@value
   *     #MOST_LEVELS} levels, or the block is too large for an array
   */
  public static TableMatrix of(List<Column> columns) {
    List<String> names = new ArrayList<>();
    for (Column column : columns) {
      requireComplete(column);
      if (column instanceof Column.Categories categories) {
        requireLevels(categories);
        categories.levels().forEach(level -> names.add(column.name() + "=" + level));
      } else {
        names.add(column.name());
      }
    }
    long size = (long) columns.get(0).rows() * names.size();
    if (size > Rows.MOST_VALUES) {
      throw new TableException(
          "%,d rows of %,d numbers are too many for one block: choose fewer columns or rows"
              .formatted(columns.get(0).rows(), names.size()));
    }
    double[] values = new double[(int) size];
    int offset = 0;
    for (Column column : columns) {
      offset += fill(values, names.size(), offset, column);
    }
    return new TableMatrix(values, names);
  }

  private static void requireComplete(Column column) {
    for (int row = 0; row < column.rows(); row++) {
      if (column.isMissing(row)) {
        throw new TableException(
            "column '%s': the value of row %,d is missing: drop or fill what is missing first"
                .formatted(column.name(), row + 1));
      }
    }
  }

  private static void requireLevels(Column.Categories column) {
    if (column.levels().size() > MOST_LEVELS) {
      throw new TableException(
          "column '%s': expected at most %,d categories, found %,d: merge some, or leave it out"
              .formatted(column.name(), MOST_LEVELS, column.levels().size()));
    }
  }

  /** Writes a column from an offset in each row on; returns how many numbers of a row it takes. */
  private static int fill(double[] values, int width, int offset, Column column) {
    if (column instanceof Column.Categories categories) {
      for (int row = 0; row < column.rows(); row++) {
        values[row * width + offset + categories.codes()[row]] = 1;
      }
      return categories.levels().size();
    }
    double[] numbers = ((Column.Numbers) column).values();
    for (int row = 0; row < numbers.length; row++) {
      values[row * width + offset] = numbers[row];
    }
    return 1;
  }

  /** Numbers in a row. */
  public int width() {
    return names.size();
  }

  /** Number of rows. */
  public int rows() {
    return values.length / width();
  }

  /**
   * The block in single precision.
   *
   * @throws TableException with one line, if a number is beyond the range of floats
   */
  public Rows floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
      if (Float.isInfinite(floats[i])) {
        throw new TableException(
            "row %d, column '%s': %s is beyond the range of floats: scale the column"
                .formatted(i / width() + 1, names.get(i % width()), values[i]));
      }
    }
    return new Rows(floats, width());
  }
}
