package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The gradient that training follows against central differences of the host's equations. */
class LossGradientsTest {
  static final List<Trial> TRIALS = Trial.all();
  private static final double STEP = 1e-6;

  @ParameterizedTest
  @FieldSource("TRIALS")
  void ofTheMinimisedWithRespectToEveryScore(Trial trial) {
    for (double range : new double[] {1, 13}) { // the second passes the clipping limit of 10
      Batch batch = trial.random(6, range, 8);
      double[] expected = finiteDifferences(trial, batch);
      double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();

      float[] gradient = gradient(trial, batch);

      int columns = batch.t()[0].length;
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) gradient[i])
            .as("∂/∂T[%d, %d], |T| up to %s", i / columns, i % columns, range)
            .isCloseTo(expected[i], within(2e-6 * Math.max(1, largest)));
      }
    }
  }

  /** A log-sum-exp whose gradient passes through e^T would be NaN here. */
  @ParameterizedTest
  @FieldSource("TRIALS")
  void isFiniteAtLargeScoresWhereTheLossIs(Trial trial) {
    Batch batch = trial.random(6, 1e4, 9);
    double minimised = trial.form().host().minimised(batch.host(), 1, 0);

    if (Math.abs(minimised) < Float.MAX_VALUE) {
      for (float g : gradient(trial, batch)) {
        assertThat(g).isFinite();
      }
    }
  }

  /** The score of a row with itself is no pair's: not a number here, and then the largest float. */
  @ParameterizedTest
  @MethodSource("sameLabel")
  void isZeroForTheScoreOfARowWithItself(Trial trial) {
    Batch batch = trial.random(6, 13, 8);
    float[] expected = gradient(trial, batch);
    for (double itself : new double[] {Double.NaN, Float.MAX_VALUE, 0}) {
      double[][] t = batch.t();
      for (int i = 0; i < 6; i++) {
        t[i][i] = itself;
      }
      float[] gradient = gradient(trial, batch);
      assertThat(gradient).containsExactly(expected);
      for (int i = 0; i < 6; i++) {
        assertThat(gradient[7 * i]).isZero();
      }
    }
  }

  static Stream<Trial> sameLabel() {
    return TRIALS.stream().filter(trial -> trial.layout() == Layout.SAME_LABEL);
  }

  /** Where scores of joint pairs are beyond what exp can hold, too. */
  @Test
  void ofTheInterpolatedBoundAtZeroIsThatOfTuba() {
    double[][] t = {{100, 1, -2}, {0, 120, 1}, {2, -1, 90}};
    assertThat(gradient(new Interpolated(0, 0), t))
        .containsExactly(gradient(new Tuba(1), t))
        .doesNotContain(Float.NaN);
  }

  private static float[] gradient(Bound bound, double[][] t) {
    return TestGraph.values(
        tf -> {
          Operand<TFloat32> scores = TestGraph.constant(tf, t);
          return TestGraph.gradient(tf, bound.objective(tf, Scores.matrix(scores)), scores);
        });
  }

  /** Ties for the largest score share its gradient. */
  @Test
  void ofTheLogPartitionAtEqualScoresIsUniform() {
    double[][] t = new double[4][4];

    float[] gradient =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> scores = TestGraph.constant(tf, t);
              return TestGraph.gradient(tf, Scores.matrix(scores).logMeanExpMarginal(tf), scores);
            });

    for (int i = 0; i < 16; i++) {
      assertThat(gradient[i]).isEqualTo(i % 5 == 0 ? 0f : 1f / 12);
    }
  }

  private static float[] gradient(Trial trial, Batch batch) {
    return TestGraph.values(
        tf -> {
          Operand<TFloat32> t = batch.constant(tf);
          Scores scores = trial.form().scores(tf, batch.scores(tf, t));
          return TestGraph.gradient(tf, trial.form().loss().minimised(tf, scores), t);
        });
  }

  private static double[] finiteDifferences(Trial trial, Batch batch) {
    HostLoss host = trial.form().host();
    double[] slopes = new double[batch.t().length * batch.t()[0].length];
    for (int i = 0; i < slopes.length; i++) {
      double up = host.minimised(batch.moved(i, STEP).host(), 1, 0);
      double down = host.minimised(batch.moved(i, -STEP).host(), 1, 0);
      slopes[i] = (up - down) / (2 * STEP);
    }
    return slopes;
  }
}
