package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.probe.Accuracy;

class LabelAccuracyTest {
  private static final int CLASSES = 3;

  /** The row is its own scores. */
  private static final PairScorer ITSELF =
      (x, y) -> {
        assertThat(y.values()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
        return x.values();
      };

  private static Accuracy of(int[] labels, float... scores) {
    return LabelAccuracy.of(new LabelledRows(new Rows(scores, CLASSES), labels, CLASSES), ITSELF);
  }

  @Test
  void aRowIsOfTheClassOfItsLargestScore() {
    assertThat(of(new int[] {0, 2}, 3, 1, 2, 0, -1, -2)).isEqualTo(new Accuracy(1, 2));
    assertThat(of(new int[] {1}, -5, Float.POSITIVE_INFINITY, 9)).isEqualTo(new Accuracy(1, 1));
  }

  @Test
  void ofEqualScoresTheFirstCounts() {
    assertThat(of(new int[] {0, 1, 2}, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isEqualTo(new Accuracy(1, 3));
  }

  @Test
  void aRowWithAScoreThatIsNoNumberIsWrong() {
    assertThat(of(new int[] {0, 1}, Float.NaN, 1, 1, 0, 1, Float.NaN))
        .isEqualTo(new Accuracy(0, 2));
  }

  @Test
  void everyRowCountsOnceHoweverManyBlocksTheyFill() {
    Random random = new Random(1);
    int n = 2_500;
    float[] scores = new float[n * CLASSES];
    int[] labels = new int[n];
    int correct = 0;
    for (int i = 0; i < n; i++) {
      labels[i] = random.nextInt(CLASSES);
      int best = random.nextInt(CLASSES);
      scores[i * CLASSES + best] = 1;
      correct += best == labels[i] ? 1 : 0;
    }
    assertThat(of(labels, scores)).isEqualTo(new Accuracy(correct, n));
  }
}
