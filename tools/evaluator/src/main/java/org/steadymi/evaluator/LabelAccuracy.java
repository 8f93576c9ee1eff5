package org.steadymi.evaluator;

import java.util.Arrays;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.probe.Accuracy;

/** Classification by the critic's own scores: the class of the largest, of equals the first. */
public final class LabelAccuracy {
  private static final int BLOCK = 1024;

  private LabelAccuracy() {}

  /** Over every row once; a row with a score that is not a number counts as wrong. */
  public static Accuracy of(LabelledRows rows, PairScorer critic) {
    int correct = 0;
    Rows classes = Rows.identity(rows.classes());
    int n = rows.labels().length;
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      float[] scores = critic.scores(rows.rows().slice(from, to), classes);
      for (int i = from; i < to; i++) {
        int at = (i - from) * rows.classes();
        float[] ofRow = Arrays.copyOfRange(scores, at, at + rows.classes());
        correct += largest(ofRow) == rows.labels()[i] ? 1 : 0;
      }
    }
    return new Accuracy(correct, n);
  }

  private static int largest(float[] scores) {
    int best = 0;
    for (int c = 0; c < scores.length; c++) {
      if (Float.isNaN(scores[c])) {
        return -1;
      }
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }
}
