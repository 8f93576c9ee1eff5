package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.losses.HostLoss;
import org.steadymi.graphs.losses.HostScores;
import org.steadymi.graphs.losses.Losses;

/**
 * Steps of the loop on one fixed batch and a bilinear critic against the same steps on the host, in
 * double: T = X W Yᵀ, the gradient by central differences of the host's loss.
 */
class StepTest {
  private static final TableBatches SOURCE =
      new TableBatches(new BilinearCritic(TableBatches.X, TableBatches.Y), 5, 1, 6, 0, 3);
  private static final int SIZE = TableBatches.X * TableBatches.Y;
  private static final int STEPS = 4;
  private static final double RATE = 0.05;
  private static final LoopSettings SETTINGS = new LoopSettings(5, 9);

  @ParameterizedTest
  @ValueSource(strings = {"mine", "reinfonce", "renwj", "rejs"})
  void stochasticGradientDescent(String loss) {
    double[] w = start();
    assertSteps(
        loss,
        new Optimizer.Sgd(RATE),
        step -> {
          double[] gradient = gradient(loss, w);
          for (int i = 0; i < SIZE; i++) {
            w[i] -= RATE * gradient[i];
          }
          return w;
        });
  }

  /** The form of Kingma and Ba's section 2 in which the step size carries the bias corrections. */
  @ParameterizedTest
  @ValueSource(strings = {"mine", "reinfonce", "renwj", "rejs"})
  void adam(String loss) {
    double[] w = start();
    double[] m = new double[SIZE];
    double[] v = new double[SIZE];
    assertSteps(
        loss,
        new Optimizer.Adam(RATE),
        step -> {
          double[] gradient = gradient(loss, w);
          int t = step + 1;
          double rate = RATE * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
          for (int i = 0; i < SIZE; i++) {
            m[i] = 0.9 * m[i] + 0.1 * gradient[i];
            v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
            w[i] -= rate * m[i] / (Math.sqrt(v[i]) + 1e-8);
          }
          return w;
        });
  }

  /** Before the update, of the batch the update is made of; the objective without the penalty. */
  @ParameterizedTest
  @ValueSource(strings = {"mine", "remine", "resmile", "reinfonce", "rejs"})
  void metricsAreWhatTheirNamesSay(String loss) {
    double[] w = start();
    HostScores t = scores(w);
    HostLoss host = host(loss);
    double norm = 0;
    for (double g : gradient(loss, w)) {
      norm += g * g;
    }
    try (TrainingLoop loop = loop(loss, new Optimizer.Sgd(RATE), SETTINGS)) {
      Curve curve = loop.run(1).get(0);

      assertMetric(curve, Metric.OBJECTIVE, host.objective().applyAsDouble(t));
      assertMetric(curve, Metric.VALUE, host.value().applyAsDouble(t));
      assertMetric(curve, Metric.JOINT, t.meanJoint());
      assertMetric(curve, Metric.LOG_MARGINAL, t.logMeanExpMarginal());
      assertMetric(curve, Metric.GRADIENT_NORM, Math.sqrt(norm));
      assertMetric(curve, Metric.MAX_ABS_SCORE, t.maxAbs());
    }
  }

  @Test
  void metricsOfReplicasAreEachOnesOwn() {
    try (TrainingLoop loop = loop("remine", new Optimizer.Sgd(RATE), SETTINGS.withReplicas(2))) {
      State start = loop.state();
      List<Curve> curves = loop.run(1);
      for (int r = 0; r < 2; r++) {
        double[] w = doubles(start.parameters(r, SIZE));
        HostScores t = scores(w);
        double norm = 0;
        for (double g : gradient("remine", w)) {
          norm += g * g;
        }
        assertMetric(curves.get(r), Metric.JOINT, t.meanJoint());
        assertMetric(curves.get(r), Metric.LOG_MARGINAL, t.logMeanExpMarginal());
        assertMetric(curves.get(r), Metric.GRADIENT_NORM, Math.sqrt(norm));
      }
    }
  }

  @Test
  void initialParametersAreTheLayoutsOwn() {
    try (TrainingLoop loop = loop("mine", new Optimizer.Adam(RATE), SETTINGS)) {
      State state = loop.state();
      assertThat(state.step()).isZero();
      assertThat(state.variables()).hasSize(3);
      assertThat(doubles(state.variables().get(0))).containsExactly(start());
      assertThat(state.variables().get(1)).containsOnly(0f);
      assertThat(state.variables().get(2)).containsOnly(0f);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLearningRateThatIsNoneIsRefused(double rate) {
    String message = "optimiser: expected a learning rate above 0, found " + rate;
    assertThatThrownBy(() -> new Optimizer.Adam(rate)).hasMessage(message);
    assertThatThrownBy(() -> new Optimizer.Sgd(rate)).hasMessage(message);
  }

  private interface HostStep {
    double[] after(int step);
  }

  private static void assertSteps(String loss, Optimizer optimizer, HostStep host) {
    try (TrainingLoop loop = loop(loss, optimizer, SETTINGS)) {
      for (int step = 0; step < STEPS; step++) {
        loop.run(1);
        double[] expected = host.after(step);
        double[] actual = doubles(loop.state().variables().get(0));
        for (int i = 0; i < SIZE; i++) {
          assertThat(actual[i]).as("step %d", step).isCloseTo(expected[i], within(1e-5));
        }
      }
    }
  }

  private static void assertMetric(Curve curve, Metric metric, double expected) {
    assertThat((double) curve.at(0, metric)).as(metric.name()).isCloseTo(expected, within(1e-5));
  }

  private static TrainingLoop loop(String loss, Optimizer optimizer, LoopSettings settings) {
    return new TrainingLoop(SOURCE.layout(), SOURCE, Losses.named(loss), optimizer, settings);
  }

  /** The parameters that the seed gives replica 0. */
  private static double[] start() {
    return doubles(SOURCE.layout().initial(((long) SETTINGS.seed()) << 32));
  }

  private static HostLoss host(String loss) {
    String variant = Losses.family(loss).forms().get(0).variant();
    return HostLoss.of(loss, variant, HostLoss.DEFAULT_TAU);
  }

  private static HostScores scores(double[] w) {
    double[][] x = SOURCE.batchX();
    double[][] y = SOURCE.batchY();
    double[][] t = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        for (int a = 0; a < TableBatches.X; a++) {
          for (int b = 0; b < TableBatches.Y; b++) {
            t[i][j] += x[i][a] * w[a * TableBatches.Y + b] * y[j][b];
          }
        }
      }
    }
    return HostScores.matrix(t);
  }

  private static double[] gradient(String loss, double[] w) {
    HostLoss host = host(loss);
    double step = 1e-6;
    double[] gradient = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[i] += step;
      down[i] -= step;
      gradient[i] =
          (host.minimised(scores(up), 1, 0) - host.minimised(scores(down), 1, 0)) / (2 * step);
    }
    return gradient;
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
