package org.steadymi.evaluator.readout;

/**
 * The scores of K rows against all C classes, [K, C]: joint is each row with its own class,
 * marginal each row with every class. A marginal mean is then exact in a y that is uniform over the
 * classes.
 *
 * @param values row-major, K · C scores; not copied
 * @param labels the class of each row, [K]
 * @param classes C, at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a buffer that is read once
public record LabelScores(float[] values, int[] labels, int classes) implements ScoreBatch {
  /** Checks that there is a score for each row and class. */
  public LabelScores {
    if (values.length != labels.length * classes) {
      throw new IllegalArgumentException(
          "scores of labels: expected %d rows of %d classes, found %d scores"
              .formatted(labels.length, classes, values.length));
    }
  }

  @Override
  public Layout layout() {
    return Layout.labels(labels.length, classes);
  }

  @Override
  public ScoreRow row(int i) {
    double[] marginal = new double[classes];
    for (int c = 0; c < classes; c++) {
      marginal[c] = values[i * classes + c];
    }
    return new ScoreRow(new double[] {marginal[labels[i]]}, marginal);
  }
}
