package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/**
 * InfoNCE where its expectation has a closed form: X = Y uniform over C symbols, I = log C, scored
 * by T = log r, which is log C on equal symbols and −∞ (here −80) on others. A row of a batch with
 * N further copies of its symbol gives log K − log(1 + N), and N is binomial with K − 1 trials of
 * 1/C.
 */
class OneHotInfoNceTest {
  private static final int BATCHES = 300;

  @ParameterizedTest(name = "{0} symbols, K = {1}")
  @CsvSource({"16, 8", "16, 64", "4, 16", "100, 32"})
  void theMeanOverBatchesIsItsClosedForm(int symbols, int k) {
    float[] scores = scores(symbols, k, new SplittableRandom(symbols + k));

    float[] values =
        TestGraph.values(
            tf ->
                new InfoNce()
                    .value(
                        tf,
                        Scores.matrix(
                            tf.constant(Shape.of(BATCHES, k, k), DataBuffers.of(scores)))));

    double mean = 0;
    double squares = 0;
    for (float v : values) {
      mean += v / (double) BATCHES;
      squares += v * (double) v / BATCHES;
      assertThat((double) v).isLessThanOrEqualTo(Math.log(k) + 1e-5);
    }
    double error = Math.sqrt(Math.max(0, squares - mean * mean) / BATCHES);
    assertThat(mean).isCloseTo(expectation(symbols, k), within(4 * error));
    assertThat(expectation(symbols, k)).isLessThan(Math.min(Math.log(k), Math.log(symbols)));
  }

  /** log K − E[log(1 + N)]. */
  private static double expectation(int symbols, int k) {
    double p = 1.0 / symbols;
    double probability = Math.pow(1 - p, k - 1);
    double sum = 0;
    for (int n = 0; n < k; n++) {
      sum += probability * Math.log(1 + n);
      probability *= (k - 1 - n) * p / ((n + 1) * (1 - p));
    }
    return Math.log(k) - sum;
  }

  private static float[] scores(int symbols, int k, SplittableRandom random) {
    float[] all = new float[BATCHES * k * k];
    for (int b = 0; b < BATCHES; b++) {
      int[] drawn = random.ints(k, 0, symbols).toArray();
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          all[(b * k + i) * k + j] = drawn[i] == drawn[j] ? (float) Math.log(symbols) : -80;
        }
      }
    }
    return all;
  }
}
