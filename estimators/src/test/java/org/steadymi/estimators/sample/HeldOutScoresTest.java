package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutScoresTest {
  private static final double ROUNDING = 1e-6; // scores are floats

  private static final float[] FIRST = {1, 0, 2, -1, 3, 0.5f, 0, 1, 2};
  private static final float[] SECOND = {4, 1, 0, 2};

  private static HeldOutScores of(float[]... blocks) {
    return new HeldOutScores(new Blocks(List.of(blocks)));
  }

  /** J of five diagonals; M of six pairs of the first block and two of the second. */
  @Test
  void valueByHand() {
    double joint = (1 + 3 + 2 + 4 + 2) / 5.0;
    double marginal =
        (Math.exp(0)
                + Math.exp(2)
                + Math.exp(-1)
                + Math.exp(0.5)
                + Math.exp(0)
                + Math.exp(1)
                + Math.exp(1)
                + Math.exp(0))
            / 8;
    HeldOutScores scores = of(FIRST, SECOND);
    assertThat(scores.rows()).isEqualTo(5);
    assertThat(scores.value()).isCloseTo(joint - Math.log(marginal), within(ROUNDING));
    assertThat(scores.joint()).containsExactly(1, 3, 2, 4, 2);
    assertThat(scores.pointwise()[0]).isCloseTo(1 - Math.log(marginal), within(ROUNDING));
  }

  @Test
  void aConstantAddedToAllScoresChangesNothing() {
    float[] shifted = FIRST.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += 200; // e^200 is no float
    }
    HeldOutScores scores = of(shifted);
    assertThat(scores.value()).isCloseTo(of(FIRST).value(), within(1e-4));
    assertThat(scores.pointwise())
        .usingComparatorWithPrecision(1e-4)
        .containsExactly(of(FIRST).pointwise());
  }

  /** e^−1000 is 0 in double, too: the twelve marginal pairs tell of no more than log 12. */
  @Test
  void itIsAtMostTheLogOfItsMarginalPairs() {
    float[] apart = new float[16];
    java.util.Arrays.fill(apart, -500);
    for (int i = 0; i < 4; i++) {
      apart[5 * i] = 500;
    }
    HeldOutScores scores = of(apart);
    assertThat(scores.value()).isEqualTo(Math.log(12));
    assertThat(scores.pointwise()[0]).isCloseTo(Math.log(12), within(1e-12));
    assertThat(scores.resampledValue(new SplittableRandom(4))).isBetween(0.0, Math.log(12));
  }

  @Test
  void scoresThatAreNoneHaveNoValue() {
    float infinity = Float.POSITIVE_INFINITY;
    assertThat(of(new float[] {infinity, 0, 0, 1}).value()).isNaN();
    assertThat(of(new float[] {1, -infinity, -infinity, 1}).value()).isNaN();
    assertThat(of(new float[] {1, Float.NaN, 0, 1}).value()).isNaN();
  }

  /** A row that is drawn twice is no marginal pair of itself, and weighs twice. */
  @Test
  void aBootstrapOfEqualRowsIsTheValue() {
    float[] equal = {2, 1, 1, 1, 2, 1, 1, 1, 2};
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      double value = of(equal).resampledValue(random);
      // one row drawn three times has no marginal pair at all
      assertThat(Double.isNaN(value) || Math.abs(value - 1) < ROUNDING).isTrue();
    }
  }

  /** The deviation of the mean of n scores by the bootstrap is that of the scores over √n. */
  @Test
  void theBootstrapSpreadsAsTheMeanDoes() {
    int n = 200;
    float[] block = new float[n * n];
    SplittableRandom random = new SplittableRandom(2);
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double score = random.nextGaussian();
      block[i * n + i] = (float) score; // all marginal scores are 0: log M is 0
      squares += score * score;
    }
    HeldOutScores scores = of(block);
    double[] values =
        IntStream.range(0, 2000).mapToDouble(i -> scores.resampledValue(random)).toArray();
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double spread =
        Math.sqrt(
            java.util.Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    double expected = Math.sqrt(squares / n / n);
    assertThat(spread).isCloseTo(expected, within(0.1 * expected));
    assertThat(mean).isCloseTo(scores.value(), within(4 * expected / Math.sqrt(2000)));
  }

  /** All orders of two rows: the diagonal, or the others. */
  @Test
  void permutationsStayInTheirBlock() {
    SplittableRandom random = new SplittableRandom(3);
    double[] found =
        IntStream.range(0, 100)
            .mapToDouble(i -> of(SECOND).permutedJoint(random))
            .distinct()
            .sorted()
            .toArray();
    assertThat(found).containsExactly(0.5, 3);
  }
}
