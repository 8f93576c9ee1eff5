package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.steadymi.datasets.Rows;

/** A batch while it is read: takes the values of its rows one by one, in any order. */
final class BatchCells {
  private final List<Wanted> inputs;
  private final int widthX;
  private final MissingRows missing;
  private final float[] x;
  private final float[] y;
  private final List<Object[]> kept = new ArrayList<>();

  /**
   * @param inputs columns of X, then those of Y
   * @param widthX number of columns of X
   * @param keptColumns number of columns handed on
   * @param rows to make room for
   */
  BatchCells(List<Wanted> inputs, int widthX, int keptColumns, MissingRows missing, int rows) {
    this.inputs = inputs;
    this.widthX = widthX;
    this.missing = missing;
    this.x = room(rows, widthX);
    this.y = room(rows, inputs.size() - widthX);
    for (int i = 0; i < keptColumns; i++) {
      kept.add(new Object[rows]);
    }
  }

  private static float[] room(int rows, int columns) {
    if ((long) rows * columns > Rows.MOST_VALUES) {
      throw new TableException(
          "a batch of %d rows of %d columns is more than fits into an array; take fewer rows at a time"
              .formatted(rows, columns));
    }
    return new float[rows * columns];
  }

  /**
   * Takes a number; NaN is a missing one.
   *
   * @param input position of its column among the inputs
   * @param row of the batch, from 0
   * @param rowText how messages name the row
   * @throws TableException with one line, if it is infinite as a float, or missing and refused
   */
  void number(int input, int row, double value, IntFunction<String> rowText) {
    float number = (float) value;
    if (Float.isInfinite(number)) {
      Place place = inputs.get(input).place();
      throw Double.isInfinite(value)
          ? place.infinite(rowText.apply(row))
          : place.at(
              rowText.apply(row),
              "%s is beyond the range of floats: scale the column".formatted(value));
    }
    if (Float.isNaN(number) && missing == MissingRows.REFUSE) {
      throw inputs
          .get(input)
          .place()
          .at(
              rowText.apply(row),
              "the value is missing: mend it, or choose --missing drop or --missing keep");
    }
    if (input < widthX) {
      x[row * widthX + input] = number;
    } else {
      y[row * widthY() + input - widthX] = number;
    }
  }

  /** Takes a value of a column that is handed on; {@code null} is a missing one. */
  void kept(int column, int row, Object value) {
    kept.get(column)[row] = value;
  }

  private int widthY() {
    return inputs.size() - widthX;
  }

  /**
   * The batch.
   *
   * @param first number of its first row in the whole table
   * @param rows that were read
   */
  RowBatch batch(long first, int rows) {
    long[] numbers = new long[rows];
    Arrays.setAll(numbers, row -> first + row);
    return new RowBatch(
        numbers,
        side(x, widthX, rows),
        side(y, widthY(), rows),
        kept.stream().map(values -> Arrays.asList(values).subList(0, rows)).toList());
  }

  private static Optional<Rows> side(float[] values, int width, int rows) {
    if (width == 0) {
      return Optional.empty();
    }
    int read = rows * width;
    return Optional.of(
        new Rows(read == values.length ? values : Arrays.copyOf(values, read), width));
  }
}
