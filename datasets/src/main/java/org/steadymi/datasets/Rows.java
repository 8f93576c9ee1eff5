package org.steadymi.datasets;

import java.util.Arrays;

/**
 * A block of equally wide float rows in one row-major array.
 *
 * @param values row-major, count · width floats; not copied
 * @param width floats in a row, at least 1
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a view of a buffer: identity, not content, is what matters
public record Rows(float[] values, int width) {
  /** The most numbers of one array. */
  public static final int MOST_VALUES = Integer.MAX_VALUE - Long.BYTES;

  /** Checks that the array holds whole rows. */
  public Rows {
    if (width < 1 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "rows: expected a multiple of the width "
              + width
              + ", found "
              + values.length
              + " values");
    }
  }

  /** The identity matrix, [count, count]: every class as a one-hot row. */
  public static Rows identity(int count) {
    float[] identity = new float[count * count];
    for (int i = 0; i < count; i++) {
      identity[i * count + i] = 1;
    }
    return new Rows(identity, count);
  }

  /** Number of rows. */
  public int count() {
    return values.length / width;
  }

  /** The value at (row, column). */
  public float at(int row, int column) {
    return values[row * width + column];
  }

  /** A copy of the rows in [from, to). */
  public Rows slice(int from, int to) {
    return new Rows(Arrays.copyOfRange(values, from * width, to * width), width);
  }

  /** A copy of the rows at these indices, in this order. */
  public Rows select(int... indices) {
    float[] selected = new float[indices.length * width];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(values, indices[i] * width, selected, i * width, width);
    }
    return new Rows(selected, width);
  }
}
