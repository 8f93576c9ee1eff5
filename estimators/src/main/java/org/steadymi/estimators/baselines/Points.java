package org.steadymi.estimators.baselines;

import java.util.Arrays;
import org.steadymi.datasets.Rows;

/**
 * Samples of one variable, a row each: finite numbers in one row-major array.
 *
 * @param values row-major, count · width numbers; not copied
 * @param width numbers in a row, at least 1
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a view of a buffer: identity, not content, is what matters
public record Points(double[] values, int width) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException with one line, if the array does not hold whole rows or holds
   *     something else than finite numbers
   */
  public Points {
    if (width < 1 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "points: expected a multiple of the width %d, found %d values"
              .formatted(width, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "points: expected finite numbers, found %s in row %d, column %d (both from 0)"
                .formatted(values[i], i / width, i % width));
      }
    }
  }

  /** One number a row; not copied. */
  public static Points column(double... values) {
    return new Points(values, 1);
  }

  /**
   * A copy of rows.
   *
   * @throws IllegalArgumentException with one line, if there are none, they differ in length or are
   *     too many for an array
   */
  public static Points of(double[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("points: expected at least one row, found none");
    }
    int width = rows[0].length;
    double[] values = new double[size(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new IllegalArgumentException(
            "points: expected %d numbers in row %d (from 0), as in the first, found %d"
                .formatted(width, i, rows[i].length));
      }
      System.arraycopy(rows[i], 0, values, i * width, width);
    }
    return new Points(values, width);
  }

  /** A copy of rows of floats. */
  public static Points of(Rows rows) {
    double[] values = new double[rows.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.values()[i];
    }
    return new Points(values, rows.width());
  }

  private static int size(int rows, int width) {
    long size = (long) rows * width;
    if (size > Rows.MOST_VALUES) {
      throw new IllegalArgumentException(
          "points: %,d rows of %,d numbers are too many for one array: take fewer rows or columns"
              .formatted(rows, width));
    }
    return (int) size;
  }

  /** Number of rows. */
  public int count() {
    return values.length / width;
  }

  /** The value at (row, column). */
  public double at(int row, int column) {
    return values[row * width + column];
  }

  /** A copy of the rows in [from, to). */
  Points slice(int from, int to) {
    return new Points(Arrays.copyOfRange(values, from * width, to * width), width);
  }

  /** A copy of the rows at these indices, in this order. */
  public Points select(int... rows) {
    double[] selected = new double[size(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, selected, i * width, width);
    }
    return new Points(selected, width);
  }

  /** These columns and then those of other points with as many rows. */
  public Points beside(Points right) {
    int both = width + right.width;
    double[] joined = new double[size(count(), both)];
    for (int i = 0; i < count(); i++) {
      System.arraycopy(values, i * width, joined, i * both, width);
      System.arraycopy(right.values, i * right.width, joined, i * both + width, right.width);
    }
    return new Points(joined, both);
  }
}
