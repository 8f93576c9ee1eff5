package org.steadymi.evaluator.readout;

/**
 * The scores of K rows among themselves, [K, K]: joint are the pairs i ≠ j of one class, marginal
 * all pairs i ≠ j. A row with itself is no pair.
 *
 * @param values row-major, K · K scores; not copied
 * @param labels the class of each row, [K]
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a buffer that is read once
public record SameLabelScores(float[] values, int[] labels) implements ScoreBatch {
  /** Checks that there is a score for each pair of rows. */
  public SameLabelScores {
    if (values.length != labels.length * labels.length) {
      throw new IllegalArgumentException(
          "scores of one label: expected %1$d x %1$d scores, found %2$d"
              .formatted(labels.length, values.length));
    }
  }

  @Override
  public Layout layout() {
    return Layout.sameLabel(labels.length);
  }

  @Override
  public ScoreRow row(int i) {
    int size = labels.length;
    double[] marginal = new double[size - 1];
    double[] joint = new double[sameLabel(i)];
    int m = 0;
    int p = 0;
    for (int j = 0; j < size; j++) {
      if (j != i) {
        marginal[m++] = values[i * size + j];
        if (labels[j] == labels[i]) {
          joint[p++] = values[i * size + j];
        }
      }
    }
    return new ScoreRow(joint, marginal);
  }

  private int sameLabel(int i) {
    int same = 0;
    for (int label : labels) {
      same += label == labels[i] ? 1 : 0;
    }
    return same - 1;
  }
}
