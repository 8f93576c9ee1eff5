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
  /** Levels up to which a column is one-hot where nobody says otherwise. */
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

  /** Numbers as they are, categories one-hot, at most {@value #MOST_LEVELS} levels of a column. */
  public static TableMatrix of(List<Column> columns) {
    return of(columns, CategoryCode.ONE_HOT, MOST_LEVELS);
  }

  /**
   * The columns side by side.
   *
   * @param columns complete ones of equally many rows, at least one
   * @param code how categories become numbers
   * @param mostLevels levels of a column up to which it is one-hot
   * @throws TableException with one line, if a value is missing, a column has more levels, or the
   *     block is too large for an array
   */
  public static TableMatrix of(List<Column> columns, CategoryCode code, int mostLevels) {
    List<String> names = new ArrayList<>();
    for (Column column : columns) {
      requireComplete(column);
      if (code == CategoryCode.ONE_HOT && column instanceof Column.Categories categories) {
        requireLevels(categories, mostLevels);
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
      offset += fill(values, names.size(), offset, column, code);
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

  private static void requireLevels(Column.Categories column, int most) {
    if (column.levels().size() > most) {
      throw new TableException(
          "column '%s': expected at most %,d categories, found %,d: merge some, or leave it out"
              .formatted(column.name(), most, column.levels().size()));
    }
  }

  /** Writes a column from an offset in each row on; returns how many numbers of a row it takes. */
  private static int fill(
      double[] values, int width, int offset, Column column, CategoryCode code) {
    boolean oneHot = code == CategoryCode.ONE_HOT;
    for (int row = 0; row < column.rows(); row++) {
      int at = row * width + offset;
      if (column instanceof Column.Numbers numbers) {
        values[at] = numbers.values()[row];
      } else if (oneHot) {
        values[at + ((Column.Categories) column).codes()[row]] = 1;
      } else {
        values[at] = ((Column.Categories) column).codes()[row];
      }
    }
    return oneHot && column instanceof Column.Categories categories
        ? categories.levels().size()
        : 1;
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
