package org.steadymi.evaluator.readout;

/**
 * The scores of one batch, [K, K], row = x and column = y; joint pairs on the diagonal.
 *
 * @param values row-major, K · K scores; not copied
 * @param size K, at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a buffer that is read once
public record ScoreMatrix(float[] values, int size) {
  /** Checks that the array is a square of at least two rows. */
  public ScoreMatrix {
    if (size < 2 || values.length != size * size) {
      throw new IllegalArgumentException(
          "score matrix: expected K·K scores with K of at least 2, found K = "
              + size
              + " and "
              + values.length
              + " scores");
    }
  }

  /** T(x_row, y_column). */
  public double at(int row, int column) {
    return values[row * size + column];
  }
}
