package org.steadymi.graphs.critics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class AugmentedCriticTest {
  private static final int N = 4;
  private static final int X = 3;
  private static final int Y = 2;

  /** Some tens of float roundings, relative to the larger of 1 and the number. */
  private static final double FLOAT = 4e-6;

  static final List<AugmentedCritic.Term> TERMS =
      List.of(new LearnedBaseline(Y, 5), new NormalMarginal(Y), new NormalConditional(X, Y, 5));

  @ParameterizedTest
  @FieldSource("TERMS")
  void scoresOfAlignedPairsAreTheDiagonalWithAndWithoutReplicas(AugmentedCritic.Term term) {
    AugmentedCritic critic = new AugmentedCritic(new BilinearCritic(X, Y), term);
    ParameterLayout layout = new ParameterLayout(critic.parameters());
    int replicas = 2;
    float[] vectors = random(replicas * layout.size(), 1);
    float[] xs = random(replicas * N * X, 2);
    float[] ys = random(replicas * N * Y, 3);
    List<float[]> both =
        TestGraph.all(
            tf -> {
              Operand<TFloat32> vector = constant(tf, vectors, replicas, layout.size());
              Parameters p = layout.views(tf, vector)::get;
              Operand<TFloat32> x = constant(tf, xs, replicas, N, X);
              Operand<TFloat32> y = constant(tf, ys, replicas, N, Y);
              Operand<TFloat32> matrix = critic.scoreMatrix(tf, p, x, y);
              assertThat(matrix.shape()).isEqualTo(Shape.of(replicas, N, N));
              return List.of(critic.score(tf, p, x, y), matrix);
            });
    for (int r = 0; r < replicas; r++) {
      int replica = r;
      float[] one =
          TestGraph.values(
              tf -> {
                Operand<TFloat32> vector =
                    constant(tf, part(vectors, replica, layout.size()), layout.size());
                return critic.scoreMatrix(
                    tf,
                    layout.views(tf, vector)::get,
                    constant(tf, part(xs, replica, N * X), N, X),
                    constant(tf, part(ys, replica, N * Y), N, Y));
              });
      for (int i = 0; i < N; i++) {
        double aligned = both.get(0)[r * N + i];
        assertThat((double) one[i * N + i])
            .isCloseTo(aligned, within(FLOAT * (1 + Math.abs(aligned))));
        for (int j = 0; j < N; j++) {
          double expected = one[i * N + j];
          assertThat((double) both.get(1)[(r * N + i) * N + j])
              .isCloseTo(expected, within(FLOAT * (1 + Math.abs(expected))));
        }
      }
    }
  }

  @Test
  void aNormalMarginalIsSubtracted() {
    double[] mean = {0.5, -1};
    double[] deviation = {2, 0.25};
    double[] y = {0.3, -0.8};
    double expected =
        -logNormal(y[0], mean[0], deviation[0]) - logNormal(y[1], mean[1], deviation[1]);
    float[] term =
        evaluate(
            new NormalMarginal(Y),
            Map.of("marginal/mean", mean, "marginal/log_deviation", logs(deviation)),
            new double[] {0, 0, 0},
            y);
    assertThat((double) term[0]).isCloseTo(expected, within(FLOAT));
  }

  /** With zero weights the networks are their output biases. */
  @Test
  void aNormalConditionalIsTheDensityOfX() {
    double[] mean = {0.5, -1, 0};
    double[] deviation = {2, 0.25, 1};
    double[] x = {1, -1.2, 0.7};
    double expected = 0;
    for (int k = 0; k < X; k++) {
      expected += logNormal(x[k], mean[k], deviation[k]);
    }
    float[] term =
        evaluate(
            new NormalConditional(X, Y, 5),
            Map.of(
                "conditional/mean/2/bias",
                mean,
                "conditional/log_deviation/2/bias",
                logs(deviation)),
            x,
            new double[] {0.3, 0.4});
    assertThat((double) term[0]).isCloseTo(expected, within(FLOAT));
  }

  private static double logNormal(double value, double mean, double deviation) {
    double standard = (value - mean) / deviation;
    return -standard * standard / 2 - Math.log(deviation) - Math.log(2 * Math.PI) / 2;
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  /** The term of one pair, where all parameters but the given ones are 0. */
  private static float[] evaluate(
      AugmentedCritic.Term term, Map<String, double[]> given, double[] x, double[] y) {
    return TestGraph.values(
        tf -> {
          Map<String, Operand<TFloat32>> all = new LinkedHashMap<>();
          for (ParameterSpec spec : term.parameters()) {
            double[] values = given.getOrDefault(spec.name(), new double[spec.size()]);
            all.put(spec.name(), TestGraph.constant(tf, values, spec.shape().asArray()));
          }
          assertThat(all.keySet()).containsAll(given.keySet());
          return term.aligned(
              tf, all::get, TestGraph.constant(tf, x, 1, X), TestGraph.constant(tf, y, 1, Y));
        });
  }

  private static Operand<TFloat32> constant(Ops tf, float[] values, long... shape) {
    return tf.constant(Shape.of(shape), DataBuffers.of(values));
  }

  private static float[] part(float[] all, int index, int size) {
    return Arrays.copyOfRange(all, index * size, (index + 1) * size);
  }

  private static float[] random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
