package org.steadymi.graphs.critics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Layers, encoders and critics of images against loops in double on the host. */
class ImageLayersTest {
  private static final int N = 4;
  private static final double STEP = 1e-6;

  /**
   * Of the largest value: a float rounds at 6e-8, sums here have up to some hundred terms, and
   * normalisation divides by deviations that can be some times smaller than what it subtracts.
   */
  private static final double FLOAT = 5e-5;

  /** What is compared, in a graph and on the host. */
  private record Case(List<ParameterSpec> parameters, ImageSize size, InGraph graph, OnHost host) {}

  private interface InGraph {
    Operand<TFloat32> output(Ops tf, Parameters p, Operand<TFloat32> x);
  }

  private interface OnHost {
    double[] output(HostNetwork network, double[][] x);
  }

  static Stream<Arguments> layers() {
    ImageSize odd = new ImageSize(5, 7, 2);
    ImageSize even = new ImageSize(4, 6, 3);
    return Stream.of(
        Arguments.of("3×3, stride 1", conv(odd, new Conv("a", 3, 2, 3, 1))),
        Arguments.of("3×3, stride 2, odd sides", conv(odd, new Conv("a", 3, 2, 3, 2))),
        Arguments.of("3×3, stride 2, even sides", conv(even, new Conv("a", 3, 3, 2, 2))),
        Arguments.of("1×1, stride 2", conv(even, new Conv("a", 1, 3, 2, 2))),
        Arguments.of("7×7, stride 2", conv(even, new Conv("a", 7, 3, 2, 2))),
        Arguments.of("batch norm", batchNorm(even, new BatchNorm("a", 3))),
        Arguments.of("block, identity", block(even, ResidualBlock.of("a", 3, 3, 1))),
        Arguments.of("block, other stride", block(odd, ResidualBlock.of("a", 2, 2, 2))),
        Arguments.of("block, other width", block(odd, ResidualBlock.of("a", 2, 3, 1))),
        Arguments.of("small cnn, 5×7×2", smallCnn(odd)),
        Arguments.of("small cnn, 8×8×1", smallCnn(new ImageSize(8, 8, 1))),
        Arguments.of("label critic", labelCritic(odd)),
        Arguments.of("inner product, two sides", innerProduct(odd, false)),
        Arguments.of("inner product, one side", innerProduct(odd, true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void valuesOfABatchThatLearns(String name, Case c) {
    assertSameOutput(c, true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void valuesWithWhatIsRemembered(String name, Case c) {
    assertSameOutput(c, false);
  }

  /** The derivatives of Σ c_i out_i, through the batch's own mean and variance. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void gradientsOfABatchThatLearns(String name, Case c) {
    double[] vector = vector(c.parameters());
    double[][] x = rows(c.size());
    double[] weights = uniform(output(c, vector, x, true).length, 9);
    float[] actual =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> all = tf.constant(TestGraph.floats(vector));
              Parameters p = new TestParameters(tf, c.parameters(), all, true);
              Operand<TFloat32> out = c.graph().output(tf, p, TestGraph.constant(tf, x));
              Operand<TFloat32> flat = tf.reshape(out, tf.constant(new int[] {-1}));
              Operand<TFloat32> sum =
                  tf.reduceSum(
                      tf.math.mul(flat, tf.constant(TestGraph.floats(weights))), tf.constant(0));
              return TestGraph.gradient(tf, sum, all);
            });
    double[] expected = new double[vector.length];
    Arrays.setAll(
        expected,
        i -> {
          double up = dot(weights, output(c, moved(vector, i, STEP), x, true));
          double down = dot(weights, output(c, moved(vector, i, -STEP), x, true));
          return (up - down) / (2 * STEP);
        });
    assertClose(actual, expected);
    int offset = 0;
    for (ParameterSpec spec : c.parameters()) {
      if (!spec.trained()) {
        float[] part = Arrays.copyOfRange(actual, offset, offset + spec.size());
        assertThat(part).as(spec.name()).containsOnly(0);
      }
      offset += spec.size();
    }
  }

  /** 0.9 of the old and 0.1 of the batch's, the variance's divided by one less than the values. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void whatABatchLeavesToBeRemembered(String name, Case c) {
    double[] vector = vector(c.parameters());
    double[][] x = rows(c.size());
    HostNetwork network = new HostNetwork(c.parameters(), vector, true);
    c.host().output(network, x);
    List<String> names = new ArrayList<>(network.batchMoments().keySet());
    List<float[]> next =
        TestGraph.all(
            tf -> {
              Operand<TFloat32> all = tf.constant(TestGraph.floats(vector));
              TestParameters p = new TestParameters(tf, c.parameters(), all, true);
              Operand<TFloat32> out = c.graph().output(tf, p, TestGraph.constant(tf, x));
              assertThat(p.remembered.keySet()).containsExactlyInAnyOrderElementsOf(names);
              List<Operand<TFloat32>> fetched = new ArrayList<>(List.of(out));
              names.forEach(n -> fetched.add(p.remembered.get(n)));
              return fetched;
            });
    var old = new ParameterLayout(c.parameters()).split(TestGraph.floats(vector));
    for (ParameterSpec spec : c.parameters()) {
      assertThat(names.contains(spec.name())).as(spec.name()).isEqualTo(!spec.trained());
      if (!spec.trained()) {
        double[] batch = network.batchMoments().get(spec.name());
        double[] expected = new double[batch.length];
        Arrays.setAll(expected, k -> 0.9 * old.get(spec)[k] + 0.1 * batch[k]);
        assertClose(next.get(1 + names.indexOf(spec.name())), expected);
      }
    }
  }

  @Test
  void whatPassesTheLargestOnPassesItsGradientOn() {
    ImageSize size = new ImageSize(5, 6, 2);
    double[][] x = rows(size);
    HostImages images = HostNetwork.images(x, size);
    List<float[]> actual =
        TestGraph.all(
            tf -> {
              Operand<TFloat32> pixels = TestGraph.constant(tf, x);
              Operand<TFloat32> all = size.images(tf, pixels);
              Operand<TFloat32> max = ResNet18.largest(tf, all);
              Operand<TFloat32> resized = ResNet18.resized(tf, all, 9);
              Operand<TFloat32> sums =
                  tf.math.add(
                      tf.reduceSum(max, tf.constant(new int[] {0, 1, 2, 3})),
                      tf.reduceSum(
                          tf.math.mul(resized, resized), tf.constant(new int[] {0, 1, 2, 3})));
              return List.of(max, resized, TestGraph.gradient(tf, sums, pixels));
            });
    assertClose(actual.get(0), images.maxPool(3, 2).v());
    assertClose(actual.get(1), images.resized(9, 9).v());
    double[] pixels = TestGraph.flat(x);
    double[] expected = new double[pixels.length];
    Arrays.setAll(
        expected,
        i ->
            (sums(size, moved(pixels, i, STEP)) - sums(size, moved(pixels, i, -STEP)))
                / (2 * STEP));
    assertClose(actual.get(2), expected);
  }

  private static double sums(ImageSize size, double[] pixels) {
    double[][] rows = new double[N][];
    Arrays.setAll(
        rows, i -> Arrays.copyOfRange(pixels, i * size.values(), (i + 1) * size.values()));
    HostImages images = HostNetwork.images(rows, size);
    return Arrays.stream(images.maxPool(3, 2).v()).sum()
        + Arrays.stream(images.resized(9, 9).v()).map(v -> v * v).sum();
  }

  private static void assertSameOutput(Case c, boolean training) {
    double[] vector = vector(c.parameters());
    double[][] x = rows(c.size());
    float[] actual =
        TestGraph.values(
            tf ->
                c.graph()
                    .output(
                        tf,
                        new TestParameters(
                            tf, c.parameters(), tf.constant(TestGraph.floats(vector)), training),
                        TestGraph.constant(tf, x)));
    assertClose(actual, output(c, vector, x, training));
  }

  private static double[] output(Case c, double[] vector, double[][] x, boolean training) {
    return c.host().output(new HostNetwork(c.parameters(), vector, training), x);
  }

  private static Case conv(ImageSize size, Conv conv) {
    return new Case(
        conv.parameters(),
        size,
        (tf, p, x) -> conv.apply(tf, p, size.images(tf, x)),
        (network, x) -> network.conv("a", HostNetwork.images(x, size), conv.stride()).v());
  }

  private static Case batchNorm(ImageSize size, BatchNorm norm) {
    return new Case(
        norm.parameters(),
        size,
        (tf, p, x) -> norm.apply(tf, p, size.images(tf, x)),
        (network, x) -> network.batchNorm("a", HostNetwork.images(x, size)).v());
  }

  private static Case block(ImageSize size, ResidualBlock block) {
    int stride = block.first().conv().stride();
    return new Case(
        block.parameters(),
        size,
        (tf, p, x) -> block.apply(tf, p, size.images(tf, x)),
        (network, x) -> network.residualBlock("a", HostNetwork.images(x, size), stride).v());
  }

  private static Case smallCnn(ImageSize size) {
    SmallCnn cnn = new SmallCnn(size, new SmallCnn.Settings(2, 3));
    return new Case(
        cnn.parameters(),
        size,
        cnn::encode,
        (network, x) -> TestGraph.flat(network.smallCnn(x, size)));
  }

  /** Aligned scores, and the matrix against three other labels. */
  private static Case labelCritic(ImageSize size) {
    LabelCritic critic = new LabelCritic(new SmallCnn(size, new SmallCnn.Settings(2, 3)), 2);
    double[][] labels = {{1, 0}, {0, 1}, {0, 1}, {1, 0}};
    return new Case(
        critic.parameters(),
        size,
        (tf, p, x) -> critic.score(tf, p, x, TestGraph.constant(tf, labels)),
        (network, x) -> {
          double[][] logits = network.affine("classes", network.smallCnn(x, size));
          double[] scores = new double[N];
          Arrays.setAll(scores, i -> dot(logits[i], labels[i]));
          return scores;
        });
  }

  /** The rows against themselves, or the first two against the last two, all in one batch. */
  private static Case innerProduct(ImageSize size, boolean oneSide) {
    SmallCnn cnn = new SmallCnn(size, new SmallCnn.Settings(2, 3));
    InnerProductCritic critic = new InnerProductCritic(cnn);
    int left = oneSide ? N : N / 2;
    int right = N - left;
    return new Case(
        critic.parameters(),
        size,
        (tf, p, x) ->
            oneSide
                ? critic.scoreMatrix(tf, p, x, x)
                : critic.scoreMatrix(tf, p, part(tf, x, 0, left), part(tf, x, left, right)),
        (network, x) -> {
          double[][] f = network.smallCnn(x, size);
          double[][] g = oneSide ? f : Arrays.copyOfRange(f, left, N);
          double[][] t = new double[left][g.length];
          for (int i = 0; i < left; i++) {
            for (int j = 0; j < g.length; j++) {
              t[i][j] = dot(f[i], g[j]);
            }
          }
          return TestGraph.flat(t);
        });
  }

  private static Operand<TFloat32> part(Ops tf, Operand<TFloat32> x, int from, int count) {
    return tf.slice(x, tf.constant(new int[] {from, 0}), tf.constant(new int[] {count, -1}));
  }

  /** Uniform in ±1 where trained and in [0.5, 1.5], as variances are, where remembered. */
  private static double[] vector(List<ParameterSpec> specs) {
    SplittableRandom random = new SplittableRandom(3);
    double[] vector = new double[new ParameterLayout(specs).size()];
    int i = 0;
    for (ParameterSpec spec : specs) {
      for (int end = i + spec.size(); i < end; i++) {
        vector[i] =
            (float) (spec.trained() ? random.nextDouble(-1, 1) : random.nextDouble(0.5, 1.5));
      }
    }
    return vector;
  }

  private static double[][] rows(ImageSize size) {
    double[] values = uniform(N * size.values(), 5);
    double[][] rows = new double[N][size.values()];
    for (int j = 0; j < values.length; j++) {
      rows[j / size.values()][j % size.values()] = (float) ((values[j] + 1) / 2);
    }
    return rows;
  }

  private static double[] uniform(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    Arrays.setAll(values, i -> (float) random.nextDouble(-1, 1));
    return values;
  }

  private static double[] moved(double[] vector, int index, double step) {
    double[] moved = vector.clone();
    moved[index] += step;
    return moved;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSize(expected.length);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(largest).isGreaterThan(1e-2);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(FLOAT * largest));
    }
  }
}
