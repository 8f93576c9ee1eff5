package org.steadymi.evaluator.readout;

/**
 * The scores of one batch, [K, K], row = x and column = y; joint pairs on the diagonal.
 *
 * @param values row-major, K · K scores; not copied
 * @param size K, at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a buffer that is read once
public record ScoreMatrix(float[] values, int size) implements ScoreBatch {
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

  @Override
  public Layout layout() {
    return Layout.matrix(size);
  }

  /** The marginal pairs begin after the diagonal and go round. */
  @Override
  public ScoreRow row(int i) {
    double[] marginal = new double[size - 1];
    for (int shift = 1; shift < size; shift++) {
      marginal[shift - 1] = at(i, (i + shift) % size);
    }
    return new ScoreRow(new double[] {at(i, i)}, marginal);
  }
}
