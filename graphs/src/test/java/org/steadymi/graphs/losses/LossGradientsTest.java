package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The gradient that training follows against central differences of the host's equations. */
class LossGradientsTest {
  static final List<Form> FORMS = Form.all();
  private static final double STEP = 1e-6;

  @ParameterizedTest
  @FieldSource("FORMS")
  void ofTheMinimisedWithRespectToEveryScore(Form form) {
    for (double range : new double[] {1, 13}) { // the second passes the clipping limit of 10
      double[][] t = HostScores.random(6, range, 8);
      double[] expected = finiteDifferences(form, t);
      double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();

      float[] gradient = gradient(form, t);

      for (int i = 0; i < expected.length; i++) {
        assertThat((double) gradient[i])
            .as("∂/∂T[%d, %d], |T| up to %s", i / 6, i % 6, range)
            .isCloseTo(expected[i], within(2e-6 * Math.max(1, largest)));
      }
    }
  }

  /** A log-sum-exp whose gradient passes through e^T would be NaN here. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void isFiniteAtLargeScoresWhereTheLossIs(Form form) {
    double[][] t = HostScores.random(6, 1e4, 9);
    double minimised = form.host().minimised(HostScores.matrix(t), 1, 0);

    if (Math.abs(minimised) < Float.MAX_VALUE) {
      for (float g : gradient(form, t)) {
        assertThat(g).isFinite();
      }
    }
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

  private static float[] gradient(Form form, double[][] t) {
    return TestGraph.values(
        tf -> {
          Operand<TFloat32> scores = TestGraph.constant(tf, t);
          Scores batch = form.scores(tf, Scores.matrix(scores));
          return TestGraph.gradient(tf, form.loss().minimised(tf, batch), scores);
        });
  }

  private static double[] finiteDifferences(Form form, double[][] t) {
    HostLoss host = form.host();
    double[] slopes = new double[t.length * t.length];
    for (int i = 0; i < slopes.length; i++) {
      double up = host.minimised(HostScores.matrix(moved(t, i, STEP)), 1, 0);
      double down = host.minimised(HostScores.matrix(moved(t, i, -STEP)), 1, 0);
      slopes[i] = (up - down) / (2 * STEP);
    }
    return slopes;
  }

  private static double[][] moved(double[][] t, int index, double by) {
    double[][] copy = Arrays.stream(t).map(double[]::clone).toArray(double[][]::new);
    copy[index / t.length][index % t.length] += by;
    return copy;
  }
}
