package org.steadymi.graphs.critics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class CriticsTest {
  private static final int N = 5;
  private static final int M = 7;

  /** Scores stay below 1 at these sizes; some tens of float roundings of a unit. */
  private static final double FLOAT = 4e-6;

  static Stream<Arguments> critics() {
    return Stream.of(
        Arguments.of("bilinear", new BilinearCritic(3, 4)),
        Arguments.of("separable", separable(3, 4, 2, false)),
        Arguments.of("separable, one layer", separable(3, 4, 1, false)),
        Arguments.of("separable, shared", separable(4, 4, 2, true)),
        Arguments.of("concat", concat(3, 4, 2, true)),
        Arguments.of("concat, three layers, no output bias", concat(3, 4, 3, false)),
        Arguments.of("label", new LabelCritic(mlp(3, 2), 4)),
        Arguments.of("label, one layer", new LabelCritic(mlp(3, 1), 4)),
        Arguments.of("inner product", new InnerProductCritic(mlp(4, 2))));
  }

  /** Row = x, column = y: n ≠ m, so a transposed matrix has another shape and other numbers. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("critics")
  void theScoreMatrixIsThatOfTheHost(String name, Critic critic) {
    float[] vector = vector(critic, 1);
    double[][] x = rows(N, critic.xSize(), 2);
    double[][] y = rows(M, critic.ySize(), 3);
    double[][] expected = new HostCritic(critic, vector).scoreMatrix(x, y);

    float[] matrix =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> scores =
                  critic.scoreMatrix(
                      tf,
                      view(tf, critic, vector),
                      TestGraph.constant(tf, x),
                      TestGraph.constant(tf, y));
              assertThat(scores.shape()).isEqualTo(Shape.of(N, M));
              return scores;
            });

    assertClose(matrix, TestGraph.flat(expected));
    assertThat(expected[0][1]).isNotCloseTo(expected[1][0], within(1e-3));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("critics")
  void scoresOfAlignedPairsAreTheDiagonal(String name, Critic critic) {
    float[] vector = vector(critic, 1);
    double[][] x = rows(N, critic.xSize(), 2);
    double[][] y = rows(N, critic.ySize(), 3);

    List<float[]> scores =
        TestGraph.all(
            tf -> {
              Parameters p = view(tf, critic, vector);
              Operand<TFloat32> left = TestGraph.constant(tf, x);
              Operand<TFloat32> right = TestGraph.constant(tf, y);
              return List.of(
                  critic.score(tf, p, left, right), critic.scoreMatrix(tf, p, left, right));
            });

    assertThat(scores.get(0)).hasSize(N);
    double[] diagonal = new double[N];
    Arrays.setAll(diagonal, i -> scores.get(1)[i * (N + 1)]);
    assertClose(scores.get(0), diagonal);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("critics")
  void replicasScoreAsSingleCriticsDo(String name, Critic critic) {
    int size = new ParameterLayout(critic.parameters()).size();
    float[] vectors = new float[3 * size];
    double[][] x = rows(3 * N, critic.xSize(), 2);
    double[][] y = rows(3 * N, critic.ySize(), 3);
    double[] matrices = new double[3 * N * N];
    double[] aligned = new double[3 * N];
    for (int r = 0; r < 3; r++) {
      float[] one = vector(critic, r);
      System.arraycopy(one, 0, vectors, r * size, size);
      double[][] t =
          new HostCritic(critic, one)
              .scoreMatrix(
                  Arrays.copyOfRange(x, r * N, r * N + N), Arrays.copyOfRange(y, r * N, r * N + N));
      System.arraycopy(TestGraph.flat(t), 0, matrices, r * N * N, N * N);
      for (int i = 0; i < N; i++) {
        aligned[r * N + i] = t[i][i];
      }
    }

    List<float[]> scores =
        TestGraph.all(
            tf -> {
              Operand<TFloat32> vector = tf.constant(Shape.of(3, size), DataBuffers.of(vectors));
              Parameters p = new ParameterLayout(critic.parameters()).views(tf, vector)::get;
              Operand<TFloat32> left =
                  TestGraph.constant(tf, TestGraph.flat(x), 3, N, critic.xSize());
              Operand<TFloat32> right =
                  TestGraph.constant(tf, TestGraph.flat(y), 3, N, critic.ySize());
              return List.of(
                  critic.scoreMatrix(tf, p, left, right), critic.score(tf, p, left, right));
            });

    assertClose(scores.get(0), matrices);
    assertClose(scores.get(1), aligned);
  }

  /** As in an exported graph. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("critics")
  void theNumberOfRowsNeedNotBeKnown(String name, Critic critic) {
    float[] vector = vector(critic, 1);
    double[][] x = rows(N, critic.xSize(), 2);
    double[][] y = rows(M, critic.ySize(), 3);
    try (Graph graph = new Graph();
        Session session = new Session(graph);
        TFloat32 left = tensor(x);
        TFloat32 right = tensor(y)) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> xs = batch(tf, critic.xSize());
      Placeholder<TFloat32> ys = batch(tf, critic.ySize());
      Operand<TFloat32> matrix = critic.scoreMatrix(tf, view(tf, critic, vector), xs, ys);
      try (var result = session.runner().feed(xs, left).feed(ys, right).fetch(matrix).run()) {
        TFloat32 scores = (TFloat32) result.get(0);
        assertThat(scores.shape()).isEqualTo(Shape.of(N, M));
        double[][] expected = new HostCritic(critic, vector).scoreMatrix(x, y);
        for (int i = 0; i < N; i++) {
          for (int j = 0; j < M; j++) {
            assertThat((double) scores.getFloat(i, j)).isCloseTo(expected[i][j], within(FLOAT));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theEncodersOfASeparableCriticAreItsTowers(boolean shared) {
    Critic critic = separable(4, 4, 2, shared);
    Critic.Encoders encoders = critic.encoders().orElseThrow();
    float[] vector = vector(critic, 1);
    HostCritic host = new HostCritic(critic, vector);
    double[][] rows = rows(N, 4, 2);

    List<float[]> features =
        TestGraph.all(
            tf -> {
              Parameters p = view(tf, critic, vector);
              Operand<TFloat32> x = TestGraph.constant(tf, rows);
              return List.of(encoders.encodeX(tf, p, x), encoders.encodeY(tf, p, x));
            });

    assertThat(encoders.features()).isEqualTo(6);
    assertClose(features.get(0), encoded(host, host.xTower(), rows));
    assertClose(features.get(1), encoded(host, host.yTower(), rows));
    assertThat(Arrays.equals(features.get(0), features.get(1))).isEqualTo(shared);
  }

  @Test
  void onlyASeparableCriticHasEncoders() {
    assertThat(new BilinearCritic(3, 4).encoders()).isEmpty();
    assertThat(concat(3, 4, 2, true).encoders()).isEmpty();
  }

  @Test
  void kindAndOptionsDescribeACritic() {
    assertThat(separable(3, 4, 2, false).options())
        .containsExactly(
            java.util.Map.entry("hidden", "8"),
            java.util.Map.entry("layers", "2"),
            java.util.Map.entry("features", "6"),
            java.util.Map.entry("shared", "false"));
    assertThat(concat(3, 4, 3, false).options())
        .containsExactly(
            java.util.Map.entry("hidden", "8"),
            java.util.Map.entry("layers", "3"),
            java.util.Map.entry("output-bias", "false"));
    assertThat(new BilinearCritic(3, 4).options()).isEmpty();
  }

  @Test
  void settingsThatBuildNoCriticAreRefused() {
    assertRefused(
        () -> new SeparableCritic.Settings(0, 2, 6, false),
        "separable critic: expected hidden of at least 1, found 0");
    assertRefused(
        () -> new SeparableCritic.Settings(8, 0, 6, false),
        "separable critic: expected layers of at least 1, found 0");
    assertRefused(
        () -> new SeparableCritic.Settings(8, 2, -1, false),
        "separable critic: expected features of at least 1, found -1");
    assertRefused(
        () -> separable(3, 4, 2, true),
        "separable critic: a shared tower needs x and y of equal width, found 3 and 4");
    assertRefused(
        () -> new ConcatCritic.Settings(0, 2, true),
        "concat critic: expected hidden of at least 1, found 0");
    assertRefused(
        () -> new ConcatCritic.Settings(8, 0, true),
        "concat critic: expected layers of at least 1, found 0");
  }

  @Test
  void aSideWithoutColumnsIsRefused() {
    assertRefused(
        () -> separable(0, 4, 2, false),
        "separable critic: expected width of x of at least 1, found 0");
    assertRefused(
        () -> concat(3, 0, 2, true), "concat critic: expected width of y of at least 1, found 0");
    assertRefused(
        () -> new BilinearCritic(3, -1),
        "bilinear critic: expected width of y of at least 1, found -1");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static Critic separable(int xSize, int ySize, int layers, boolean shared) {
    return new SeparableCritic(xSize, ySize, new SeparableCritic.Settings(8, layers, 6, shared));
  }

  private static Critic concat(int xSize, int ySize, int layers, boolean outputBias) {
    return new ConcatCritic(xSize, ySize, new ConcatCritic.Settings(8, layers, outputBias));
  }

  private static MlpEncoder mlp(int xSize, int layers) {
    return new MlpEncoder(xSize, new MlpEncoder.Settings(8, layers, 6));
  }

  private static double[] encoded(HostCritic host, String tower, double[][] rows) {
    return TestGraph.flat(
        Arrays.stream(rows).map(row -> host.mlp(tower, row)).toArray(double[][]::new));
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(FLOAT));
    }
  }

  private static float[] vector(Critic critic, long seed) {
    return new ParameterLayout(critic.parameters()).initial(seed);
  }

  private static Parameters view(Ops tf, Critic critic, float[] vector) {
    return new ParameterLayout(critic.parameters()).views(tf, tf.constant(vector))::get;
  }

  private static Placeholder<TFloat32> batch(Ops tf, int width) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, width)));
  }

  private static TFloat32 tensor(double[][] rows) {
    return TFloat32.tensorOf(
        Shape.of(rows.length, rows[0].length),
        DataBuffers.of(TestGraph.floats(TestGraph.flat(rows))));
  }

  private static double[][] rows(int n, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[n][width];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> (float) random.nextDouble(-1, 1));
    }
    return rows;
  }
}
