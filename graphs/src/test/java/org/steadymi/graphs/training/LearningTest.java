package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;

/** Trained critics reach the information where they can. */
class LearningTest {
  /** Two Gaussian dimensions with I = −log(1 − ρ²) = 1 nat. */
  private static final double RHO = Math.sqrt(1 - Math.exp(-1));

  private static final int K = 128;

  /**
   * A small network gets within a tenth of the truth, and above it only by the sampling error of
   * the measurement, which is made on batches of another seed.
   */
  @Test
  void mineOnAGaussian() {
    Critic critic = new SeparableCritic(2, 2, new SeparableCritic.Settings(32, 2, 16, false));
    GaussianBatches source = new GaussianBatches(critic, 2, RHO);
    State trained;
    try (TrainingLoop loop = loop(source, new Optimizer.Adam(2e-3), 1)) {
      loop.run(1500);
      trained = loop.state();
    }
    try (TrainingLoop frozen = loop(source, new Optimizer.Frozen(), 2)) {
      frozen.restore(new State(0, List.of(trained.variables().get(0))));
      Curve curve = frozen.run(300).get(0);
      double[] values = curve.series(Metric.VALUE);
      double error =
          Math.sqrt(mean(values, v -> Math.pow(v - mean(values, u -> u), 2)) / values.length);
      double pooled =
          mean(curve.series(Metric.JOINT), v -> v)
              - Math.log(mean(curve.series(Metric.LOG_MARGINAL), Math::exp));

      assertThat(pooled).isBetween(0.9, 1 + 4 * error);
    }
  }

  private static TrainingLoop loop(GaussianBatches source, Optimizer optimizer, int seed) {
    return new TrainingLoop(
        source.layout(), source, Losses.named("mine"), optimizer, new LoopSettings(K, seed));
  }

  private static double mean(double[] values, DoubleUnaryOperator f) {
    return Arrays.stream(values).map(f).average().orElseThrow();
  }
}
