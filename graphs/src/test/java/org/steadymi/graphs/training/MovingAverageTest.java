package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.KnownCritic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossOptions;
import org.steadymi.graphs.losses.Losses;
import org.tensorflow.types.TFloat32;

/** What a loss remembers from step to step. */
class MovingAverageTest {
  private static final double A = 0.2;
  private static final Critic CRITIC = new BilinearCritic(TableBatches.X, TableBatches.Y);
  private static final TableBatches SOURCE = new TableBatches(CRITIC, 0, 3, 1, 6, 2);
  private static final Optimizer SGD = new Optimizer.Sgd(0.5);
  private static final int LAST = TableBatches.X * TableBatches.Y;

  /** M̄ ← (1 − a) M̄ + a M, begun by the first batch. */
  @ParameterizedTest
  @ValueSource(strings = {"mine", "remine", "tuba", "retuba"})
  void theAverageFollowsTheBatches(String name) {
    Loss loss = ema(name);
    try (TrainingLoop loop = loop(loss, SGD, new LoopSettings(5, 9).withReplicas(2))) {
      double[] average = new double[2];
      for (int step = 0; step < 6; step++) {
        List<Curve> curves = loop.run(1);
        float[] parameters = loop.state().variables().get(0);
        for (int r = 0; r < 2; r++) {
          double m = Math.exp(curves.get(r).at(0, Metric.LOG_MARGINAL));
          average[r] = step == 0 ? m : (1 - A) * average[r] + A * m;
          assertThat((double) parameters[r * (LAST + 1) + LAST])
              .as("step %d", step)
              .isCloseTo(Math.log(average[r]), within(1e-5));
        }
      }
    }
  }

  /**
   * ∇J − ∇M / M̄: at the first step M̄ = M, and it is the gradient of J − log M; at later ones the
   * marginal part is M/M̄ times what it is there.
   */
  @Test
  void theGradientIsDividedByTheAverage() {
    Loss ema = ema("mine");
    Loss plain = Losses.named("mine");
    LoopSettings settings = new LoopSettings(5, 9);
    try (TrainingLoop averaged = loop(ema, SGD, settings);
        TrainingLoop direct = loop(plain, SGD, settings)) {
      float before = direct.run(1).get(0).at(0, Metric.GRADIENT_NORM);
      float first = averaged.run(1).get(0).at(0, Metric.GRADIENT_NORM);
      assertThat(first).isEqualTo(before);
      float[] w = direct.state().variables().get(0);
      float[] same = averaged.state().parameters(0, LAST);
      for (int i = 0; i < LAST; i++) {
        assertThat(same[i]).isCloseTo(w[i], within(1e-6f));
      }
      Curve second = averaged.run(1).get(0);
      double logM = second.at(0, Metric.LOG_MARGINAL);
      double logAverage = averaged.state().variables().get(0)[LAST];
      double expected = second.at(0, Metric.JOINT) - Math.exp(logM - logAverage);
      assertThat((double) second.at(0, Metric.OBJECTIVE)).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void aFrozenLoopUsesTheAverageAndLeavesItAlone() {
    Loss loss = ema("tuba");
    float[] parameters = new float[LAST + 1];
    parameters[LAST] = 0.7f;
    try (TrainingLoop loop = loop(loss, new Optimizer.Frozen(), new LoopSettings(5, 9))) {
      loop.restore(new State(0, List.of(parameters)));
      Curve curve = loop.run(2).get(0);
      assertThat(loop.state().variables().get(0)).containsExactly(parameters);
      double expected = 1 - 0.7 - Math.exp(-0.7); // all scores are 0
      assertThat((double) curve.at(1, Metric.VALUE)).isCloseTo(expected, within(1e-6));
    }
  }

  /** What has no parameters is measured, and nothing else happens. */
  @Test
  void aKnownCriticIsNotTrained() {
    KnownCritic zero =
        new KnownCritic(
            "zero",
            TableBatches.X,
            TableBatches.Y,
            (tf, x, y) -> tf.reduceSum(tf.zerosLike(x), tf.constant(-1)),
            (tf, x, y) -> tf.zeros(tf.constant(new long[] {5, 5}), TFloat32.class));
    TableBatches source = new TableBatches(zero, 0, 3, 1, 6, 2);
    Loss tnce = Losses.named("tnce");
    try (TrainingLoop loop =
        new TrainingLoop(
            tnce.layout(zero), source, tnce, new Optimizer.Adam(0.1), new LoopSettings(5, 1))) {
      Curve curve = loop.run(3).get(0);
      assertThat(curve.steps()).isEqualTo(3);
      assertThat(curve.at(2, Metric.VALUE)).isCloseTo(0, within(1e-6f));
      assertThat(loop.state().variables().get(0)).isEmpty();
    }
  }

  /**
   * θ moves by rate · limit where the gradient is longer, and as without a limit where it is not.
   */
  @Test
  void aClippedGradientKeepsItsDirection() {
    Loss loss = Losses.named("mine");
    LoopSettings settings = new LoopSettings(5, 9);
    try (TrainingLoop plain = loop(loss, SGD, settings);
        TrainingLoop longEnough = loop(loss, new Optimizer.Clipped(SGD, 1e3), settings);
        TrainingLoop clipped = loop(loss, new Optimizer.Clipped(SGD, 0.01), settings)) {
      float[] start = plain.state().variables().get(0);
      double norm = plain.run(1).get(0).at(0, Metric.GRADIENT_NORM);
      longEnough.run(1);
      clipped.run(1);
      float[] free = plain.state().variables().get(0);
      float[] held = clipped.state().variables().get(0);
      assertThat(norm).isGreaterThan(0.01);
      assertThat(longEnough.state().variables().get(0)).containsExactly(free);
      for (int i = 0; i < start.length; i++) {
        double expected = (free[i] - start[i]) * 0.01 / norm;
        assertThat((double) held[i] - start[i]).isCloseTo(expected, within(1e-6));
      }
    }
  }

  private static Loss ema(String name) {
    return Losses.family(name).with(LossOptions.DEFAULTS.withVariant("ema").with("rate", A));
  }

  private static TrainingLoop loop(Loss loss, Optimizer optimizer, LoopSettings settings) {
    return new TrainingLoop(loss.layout(CRITIC), SOURCE, loss, optimizer, settings);
  }
}
