package org.steadymi.evaluator.readout;

import org.steadymi.datasets.Pairing;

/**
 * How the scores of a batch are laid out.
 *
 * @param pairing which of them are of joint pairs and which of marginal ones
 * @param rows K, at least 2
 * @param columns K again, or C where rows stand against classes
 */
public record Layout(Pairing pairing, int rows, int columns) {
  /** Checks the numbers; independent marginal pairs are never scored, a matrix holds enough. */
  public Layout {
    if (pairing == Pairing.INDEPENDENT || rows < 2 || columns < 2) {
      throw new IllegalArgumentException(
          "scores: expected at least 2 rows and 2 columns of matrix, labels or same-label pairs,"
              + " found %d x %d of %s".formatted(rows, columns, pairing));
    }
  }

  /** K aligned pairs: joint on the diagonal, marginal beside it. */
  public static Layout matrix(int rows) {
    return new Layout(Pairing.MATRIX, rows, rows);
  }

  /** K rows against C classes: joint with their own, marginal with every class. */
  public static Layout labels(int rows, int classes) {
    return new Layout(Pairing.LABELS, rows, classes);
  }

  /** K rows among themselves: joint i ≠ j of one class, marginal all i ≠ j. */
  public static Layout sameLabel(int rows) {
    return new Layout(Pairing.SAME_LABEL, rows, rows);
  }

  /**
   * Whether joint pairs are no marginal ones at the same time: then the marginal pairs of a row are
   * drawn independently of its joint one.
   */
  public boolean jointApart() {
    return pairing == Pairing.MATRIX;
  }

  /** Whether every batch holds the same number of joint pairs. */
  public boolean evenBatches() {
    return pairing != Pairing.SAME_LABEL;
  }

  /**
   * N, the scores of a row that a joint one is compared with, its own included: K, C, or K − 1
   * without the row itself.
   */
  public int contrasted() {
    return pairing == Pairing.SAME_LABEL ? columns - 1 : columns;
  }

  /** Marginal pairs of a batch. */
  public long marginalPairs() {
    return (long) rows * (pairing == Pairing.LABELS ? columns : columns - 1);
  }
}
