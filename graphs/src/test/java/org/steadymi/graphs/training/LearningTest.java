package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.GaussianBatches.Features;

/**
 * Two Gaussian dimensions with I = −log(1 − ρ²) = 1 nat. Trained, then measured frozen on batches
 * of another seed.
 */
class LearningTest {
  private static final double RHO = Math.sqrt(1 - Math.exp(-1));
  private static final int MEASURED = 400;
  private static final int K = 128;

  /**
   * log r is a bilinear form of (1, x, x²), so the optimum is in reach and the problem is concave:
   * only errors of sampling are left. Those of the measurement are four standard errors; 0.02 nats
   * are for the noise of the last steps' step size.
   */
  @ParameterizedTest
  @ValueSource(strings = {"mine", "remine"})
  void reachesTheTruthWhereTheCriticCan(String loss) {
    int width = GaussianBatches.quadraticWidth(2);
    Estimate estimate =
        train(new BilinearCritic(width, width), Features.QUADRATIC, loss, 2000, 5e-3);

    assertThat(estimate.value)
        .isBetween(1 - 0.02 - 4 * estimate.error, 1 + 0.02 + 4 * estimate.error);
  }

  /** A small network gets within a tenth of the truth, and never above it but by sampling error. */
  @ParameterizedTest
  @ValueSource(strings = {"mine"})
  void aNetworkComesCloseFromBelow(String loss) {
    Critic critic = new SeparableCritic(2, 2, new SeparableCritic.Settings(32, 2, 16, false));

    Estimate estimate = train(critic, Features.PLAIN, loss, 2000, 2e-3);

    assertThat(estimate.value).isBetween(0.9, 1 + 4 * estimate.error);
  }

  private record Estimate(double value, double error) {}

  private static Estimate train(
      Critic critic, Features features, String loss, int steps, double rate) {
    GaussianBatches source = new GaussianBatches(critic, 2, RHO, features);
    State trained;
    try (TrainingLoop loop = loop(source, loss, new Optimizer.Adam(rate), 1)) {
      loop.run(steps);
      trained = loop.state();
    }
    try (TrainingLoop frozen = loop(source, loss, new Optimizer.Frozen(), 2)) {
      frozen.restore(new State(0, List.of(trained.variables().get(0))));
      return pooled(frozen.run(MEASURED).get(0));
    }
  }

  private static TrainingLoop loop(
      GaussianBatches source, String loss, Optimizer optimizer, int seed) {
    return new TrainingLoop(
        source.layout(), source, Losses.named(loss), optimizer, new LoopSettings(K, seed));
  }

  /** J − log M with both pooled over all batches, and the standard error of the batches' values. */
  private static Estimate pooled(Curve curve) {
    double joint = mean(curve.series(Metric.JOINT));
    double marginal =
        mean(Arrays.stream(curve.series(Metric.LOG_MARGINAL)).map(Math::exp).toArray());
    double[] values = curve.series(Metric.VALUE);
    double middle = mean(values);
    double variance = mean(Arrays.stream(values).map(v -> (v - middle) * (v - middle)).toArray());
    return new Estimate(joint - Math.log(marginal), Math.sqrt(variance / values.length));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
