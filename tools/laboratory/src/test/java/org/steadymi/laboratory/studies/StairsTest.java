package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.KnownCritic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.graphs.training.TrainingLoop;
import org.tensorflow.op.linalg.MatMul;

class StairsTest {
  private static final int PER_LEVEL = 40;
  private static final int BATCH = 64;

  /** J of the critic x·y is d E[x_1 y_1]: d ρ, and with y³ d E[x_1 y_1³] = 3 d ρ, by Isserlis. */
  @ParameterizedTest
  @CsvSource({"RAW, 1", "CUBIC, 3"})
  void theCorrelationRisesWithTheLevel(Stairs.Transform transform, int factor) {
    List<Integer> levels = List.of(2, 10);
    Critic product =
        new KnownCritic(
            "x·y",
            Stairs.DIM,
            Stairs.DIM,
            (tf, x, y) -> tf.reduceSum(tf.math.mul(x, y), tf.constant(-1)),
            (tf, x, y) -> tf.linalg.matMul(x, y, MatMul.transposeB(true)));
    Loss loss = Losses.named("infonce");
    Stairs stairs = new Stairs(product, transform, levels, PER_LEVEL);
    try (TrainingLoop loop =
        new TrainingLoop(
            loss.layout(product),
            stairs,
            loss,
            new Optimizer.Frozen(),
            new LoopSettings(BATCH, 5))) {
      Curve curve = loop.run((levels.size() + 1) * PER_LEVEL).get(0);
      for (int i = 0; i <= levels.size(); i++) { // beyond the last level it stays
        int mi = levels.get(Math.min(i, levels.size() - 1));
        Tail level = new Tail(i * PER_LEVEL, (i + 1) * PER_LEVEL);
        double[] values = new double[PER_LEVEL];
        double mean = level.mean(curve, Metric.JOINT);
        double squares = 0;
        for (int s = 0; s < PER_LEVEL; s++) {
          values[s] = curve.at(level.from() + s, Metric.JOINT) - mean;
          squares += values[s] * values[s];
        }
        double error = Math.sqrt(squares / (PER_LEVEL - 1) / PER_LEVEL);
        double expected = factor * Stairs.DIM * Gaussian.ofMi(Stairs.DIM, mi).rho();
        assertThat(mean).as("level %d", i).isCloseTo(expected, within(4.5 * error));
        assertThat(error).isLessThan(0.05 * expected);
      }
    }
  }
}
