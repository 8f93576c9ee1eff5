package org.steadymi.evaluator.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FLO on pairs of few symbols, where its expectation is a finite sum. */
class FloTest {
  private static final int SYMBOLS = 2;
  private static final int PAIRS = SYMBOLS * SYMBOLS;

  /** p(x, y), entry x · SYMBOLS + y. */
  private static final double[] JOINT = {0.4, 0.1, 0.15, 0.35};

  private static double marginal(int pair) {
    int x = pair / SYMBOLS;
    int y = pair % SYMBOLS;
    return (JOINT[2 * x] + JOINT[2 * x + 1]) * (JOINT[y] + JOINT[2 + y]);
  }

  private static double logRatio(int pair) {
    return Math.log(JOINT[pair] / marginal(pair));
  }

  private static double mean(IntToDoubleFunction weight, IntToDoubleFunction value) {
    return IntStream.range(0, PAIRS)
        .mapToDouble(p -> weight.applyAsDouble(p) * value.applyAsDouble(p))
        .sum();
  }

  private static final double MI = mean(p -> JOINT[p], FloTest::logRatio);

  private static double flo(ScoreMatrix scores) {
    var accumulator = new ReadOutAccumulator(List.of(new Flo()));
    accumulator.add(scores);
    return accumulator.readings().get(0).estimate().value();
  }

  /** Scores of a batch whose pairs are the digits of its number. */
  private static ScoreMatrix scores(float[] critic, int[] batch) {
    int size = batch.length;
    float[] values = new float[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        values[i * size + j] = critic[batch[i] / SYMBOLS * SYMBOLS + batch[j] % SYMBOLS];
      }
    }
    return new ScoreMatrix(values, size);
  }

  /** The expectation over all batches of that size, each weighed by its probability. */
  private static double expectation(float[] critic, int size) {
    double sum = 0;
    for (int number = 0; number < Math.pow(PAIRS, size); number++) {
      int[] batch = new int[size];
      double probability = 1;
      int rest = number;
      for (int i = 0; i < size; i++) {
        batch[i] = rest % PAIRS;
        rest /= PAIRS;
        probability *= JOINT[batch[i]];
      }
      sum += probability * flo(scores(critic, batch));
    }
    return sum;
  }

  private static float[] critic(IntToDoubleFunction score) {
    float[] critic = new float[PAIRS];
    for (int p = 0; p < PAIRS; p++) {
      critic[p] = (float) score.applyAsDouble(p);
    }
    return critic;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void itsExpectationIsNeverAboveTheMutualInformation(int size) {
    Random random = new Random(size);
    assertThat(expectation(critic(FloTest::logRatio), size)).isLessThan(MI);
    for (double scale : new double[] {0, 0.1, 0.5, 1, 3}) {
      for (int c = 0; c < 5; c++) {
        float[] critic = critic(p -> logRatio(p) + scale * random.nextGaussian());
        assertThat(expectation(critic, size)).as("scale %s", scale).isLessThan(MI);
      }
    }
  }

  @Test
  void ofThreePairsItsExpectationIsKnown() {
    // Each half is one pair: 1 + E_P g − E_Q g − E_x[ E_y e^g · E_y e^{−g} ].
    Random random = new Random(1);
    float[] critic = critic(p -> random.nextGaussian());
    double last = 0;
    for (int x = 0; x < SYMBOLS; x++) {
      double px = JOINT[2 * x] + JOINT[2 * x + 1];
      double up = 0;
      double down = 0;
      for (int y = 0; y < SYMBOLS; y++) {
        double py = JOINT[y] + JOINT[2 + y];
        up += py * Math.exp(critic[2 * x + y]);
        down += py * Math.exp(-critic[2 * x + y]);
      }
      last += px * up * down;
    }
    double expected =
        1 + mean(p -> JOINT[p], p -> critic[p]) - mean(FloTest::marginal, p -> critic[p]) - last;
    assertThat(expectation(critic, 3)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void atTheLogRatioItsGapClosesWithTheBatch() {
    // A row of x: Z = mean over half A of r, whose negatives are independent draws of y, so that
    // E FLO = 1 + I − E log Z − E[1/Z], the mean of r over half B being 1.
    float[] critic = critic(FloTest::logRatio);
    double previous = Double.NEGATIVE_INFINITY;
    for (int size : new int[] {5, 17, 65}) {
      double expected = 1 + MI - mean(p -> JOINT[p], p -> partition(p / SYMBOLS, size / 2));
      assertThat(expected).isBetween(previous, MI);
      previous = expected;
      Estimate found = sampled(critic, size, 20_000);
      assertThat(found.value())
          .as("K = %d", size)
          .isCloseTo(expected, within(4 * found.standardError()));
      assertThat(found.standardError()).isLessThan(0.005);
    }
    assertThat(MI - previous).isLessThan(0.01);
  }

  /** E[log Z + 1/Z] for the mean Z of r(x, y) over n draws of y. */
  private static double partition(int x, int n) {
    double py = JOINT[0] + JOINT[2];
    double sum = 0;
    double logChoose = 0;
    for (int zeros = 0; zeros <= n; zeros++) {
      double probability =
          Math.exp(logChoose + zeros * Math.log(py) + (n - zeros) * Math.log1p(-py));
      double z =
          (zeros * Math.exp(logRatio(2 * x)) + (n - zeros) * Math.exp(logRatio(2 * x + 1))) / n;
      sum += probability * (Math.log(z) + 1 / z);
      logChoose += Math.log(n - zeros) - Math.log(zeros + 1);
    }
    return sum;
  }

  private static Estimate sampled(float[] critic, int size, int rows) {
    Random random = new Random(size);
    var accumulator = new ReadOutAccumulator(List.of(new Flo()));
    for (int b = 0; b < rows / size; b++) {
      accumulator.add(scores(critic, random.ints(size, 0, 20).map(FloTest::pair).toArray()));
    }
    return accumulator.readings().get(0).estimate();
  }

  /** JOINT is in twentieths. */
  private static int pair(int twentieth) {
    int pair = 0;
    double below = JOINT[0];
    while (twentieth + 0.5 > 20 * below) {
      below += JOINT[++pair];
    }
    return pair;
  }
}
