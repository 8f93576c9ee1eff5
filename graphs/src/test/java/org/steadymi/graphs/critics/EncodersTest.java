package org.steadymi.graphs.critics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.training.Sessions;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class EncodersTest {
  private static final ImageSize DIGITS = new ImageSize(8, 8, 1);
  private static final ImageSize MNIST = new ImageSize(28, 28, 1);
  private static final ImageSize CIFAR = new ImageSize(32, 32, 3);

  static Stream<Arguments> encoders() {
    return Stream.of(DIGITS, MNIST, CIFAR)
        .flatMap(
            size ->
                Stream.of(
                        new MlpEncoder(size.values(), new MlpEncoder.Settings(16, 2, 5)),
                        new SmallCnn(size, new SmallCnn.Settings(8, 5)),
                        new ResNet18(size, new ResNet18.Settings(ResNet18.Form.CIFAR, 5)))
                    .map(encoder -> Arguments.of(encoder.kind() + " " + size, encoder)));
  }

  /** As in an exported graph, in which the number of rows is not known. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("encoders")
  void everySizeOfImagesIsEncoded(String name, Encoder encoder) {
    double[][] rows = rows(3, encoder.xSize());
    float[][] encoded = encoded(encoder, rows, Arrays.copyOf(rows, 1));
    float[] all = encoded[0];
    float[] first = encoded[1];
    assertThat(all).hasSize(3 * encoder.features());
    for (int k = 0; k < encoder.features(); k++) {
      assertThat(all[k]).isFinite();
      assertThat(first[k]).as("does not depend on other rows").isCloseTo(all[k], within(1e-5f));
    }
    assertThat(Arrays.copyOfRange(all, 5, 10)).isNotEqualTo(Arrays.copyOf(all, 5));
  }

  /** Float roundings through 18 layers. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aResNetIsThatOfTheHost(boolean training) {
    ImageSize size = new ImageSize(8, 8, 1);
    ResNet18 net = new ResNet18(size, new ResNet18.Settings(ResNet18.Form.CIFAR, 5));
    assertSame(net, size, training, 4);
  }

  @Test
  void aResNetOfLargeImagesIsThatOfTheHost() {
    ImageSize size = new ImageSize(6, 5, 1);
    ResNet18 net = new ResNet18(size, new ResNet18.Settings(ResNet18.Form.IMAGENET, 5));
    assertSame(net, size, true, 1);
  }

  private static void assertSame(ResNet18 net, ImageSize size, boolean training, int rows) {
    float[] vector = new ParameterLayout(net.parameters()).initial(4);
    double[] wide = new double[vector.length];
    Arrays.setAll(wide, i -> vector[i]);
    double[][] x = rows(rows, size.values());
    boolean imagenet = net.options().get("form").equals("imagenet");
    double[] expected =
        TestGraph.flat(
            new HostNetwork(net.parameters(), wide, training).resNet18(x, size, imagenet));
    float[] actual =
        TestGraph.function(
            vector.length,
            (tf, fed) ->
                net.encode(
                    tf,
                    new TestParameters(tf, net.parameters(), fed, training),
                    TestGraph.constant(tf, x)),
            function -> function.apply(vector));
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .isCloseTo(expected[i], within(1e-4 * (1 + Math.abs(expected[i]))));
    }
  }

  /**
   * Without the last layer, 11,176,512 trained numbers, as torchvision's resnet18 without its
   * classifier has; a 3×3 stem instead of 7×7 saves 64 · 3 · (49 − 9).
   */
  @Test
  void aResNetHasTheKnownNumberOfParameters() {
    assertThat(trained(ResNet18.Form.IMAGENET)).isEqualTo(11_176_512);
    assertThat(trained(ResNet18.Form.CIFAR)).isEqualTo(11_168_832);
  }

  private static int trained(ResNet18.Form form) {
    return new ResNet18(CIFAR, new ResNet18.Settings(form, 512))
        .parameters().stream()
            .filter(spec -> spec.trained() && !spec.name().startsWith("encoder/last"))
            .mapToInt(ParameterSpec::size)
            .sum();
  }

  /** Convolutions 9 (3·w + w² + 2w² + 4w² + 8w² + 16w²), two numbers a channel, the last layer. */
  @Test
  void aSmallCnnIsSmall() {
    int w = 32;
    int trained =
        new SmallCnn(CIFAR, SmallCnn.Settings.DEFAULTS)
            .parameters().stream()
                .filter(ParameterSpec::trained)
                .mapToInt(ParameterSpec::size)
                .sum();
    assertThat(trained).isEqualTo(9 * (3 * w + 31 * w * w) + 2 * 2 * 7 * w + (4 * w + 1) * 128);
  }

  @Test
  void kindAndOptionsOfACriticDescribeItsEncoder() {
    Critic label = new LabelCritic(new SmallCnn(CIFAR, new SmallCnn.Settings(16, 64)), 10);
    Critic contrastive = new InnerProductCritic(new ResNet18(CIFAR, ResNet18.Settings.DEFAULTS));
    Critic mlp = new InnerProductCritic(new MlpEncoder(9, new MlpEncoder.Settings(8, 3, 4)));
    assertThat(label.kind()).isEqualTo("label");
    assertThat(label.options())
        .containsExactly(
            Map.entry("encoder", "small-cnn"),
            Map.entry("width", "16"),
            Map.entry("features", "64"));
    assertThat(contrastive.kind()).isEqualTo("inner-product");
    assertThat(contrastive.options())
        .containsExactly(
            Map.entry("encoder", "resnet18"),
            Map.entry("form", "cifar"),
            Map.entry("features", "512"));
    assertThat(mlp.options())
        .containsExactly(
            Map.entry("encoder", "mlp"),
            Map.entry("hidden", "8"),
            Map.entry("layers", "3"),
            Map.entry("features", "4"));
    assertThat(label.xSize()).isEqualTo(3072);
    assertThat(label.ySize()).isEqualTo(10);
    assertThat(contrastive.ySize()).isEqualTo(3072);
  }

  /** h · y Wᵀ is the score without b. */
  @Test
  void theEncodersOfALabelCriticGiveItsScores() {
    LabelCritic critic = new LabelCritic(new SmallCnn(DIGITS, new SmallCnn.Settings(4, 6)), 3);
    ParameterLayout layout = new ParameterLayout(critic.parameters());
    float[] vector = layout.initial(2);
    double[][] x = rows(3, 64);
    double[][] y = {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}};
    var values =
        TestGraph.all(
            tf -> {
              Parameters p = layout.views(tf, tf.constant(vector))::get;
              Operand<TFloat32> images = TestGraph.constant(tf, x);
              Operand<TFloat32> labels = TestGraph.constant(tf, y);
              Critic.Encoders encoders = critic.encoders().orElseThrow();
              return java.util.List.of(
                  critic.score(tf, p, images, labels),
                  encoders.encodeX(tf, p, images),
                  encoders.encodeY(tf, p, labels),
                  critic.logits(tf, p, images),
                  p.get("classes/bias"));
            });
    for (int i = 0; i < 3; i++) {
      int label = y[i][0] == 1 ? 0 : y[i][1] == 1 ? 1 : 2;
      double score = values.get(4)[label];
      for (int k = 0; k < 6; k++) {
        score += values.get(1)[i * 6 + k] * values.get(2)[i * 6 + k];
      }
      assertThat((double) values.get(0)[i]).isCloseTo(score, within(1e-5));
      assertThat(values.get(3)[i * 3 + label]).isCloseTo(values.get(0)[i], within(1e-6f));
    }
  }

  /** Both sides of a batch that learns, of several critics at once. */
  @Test
  void anInnerProductOfReplicasIsThatOfEach() {
    InnerProductCritic critic =
        new InnerProductCritic(new MlpEncoder(4, new MlpEncoder.Settings(8, 1, 3)));
    ParameterLayout layout = new ParameterLayout(critic.parameters());
    int size = layout.size();
    float[] both = new float[2 * size];
    double[][] x = rows(6, 4);
    double[][] y = rows(4, 4);
    double[] expected = new double[2 * 3 * 2];
    for (int r = 0; r < 2; r++) {
      float[] one = layout.initial(r);
      System.arraycopy(one, 0, both, r * size, size);
      double[][] t =
          new HostCritic(critic, one)
              .scoreMatrix(
                  Arrays.copyOfRange(x, 3 * r, 3 * r + 3), Arrays.copyOfRange(y, 2 * r, 2 * r + 2));
      System.arraycopy(TestGraph.flat(t), 0, expected, r * 6, 6);
    }
    float[] actual =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> vectors = tf.constant(Shape.of(2, size), DataBuffers.of(both));
              return critic.scoreMatrix(
                  tf,
                  new TestParameters(tf, critic.parameters(), vectors, true),
                  TestGraph.constant(tf, TestGraph.flat(x), 2, 3, 4),
                  TestGraph.constant(tf, TestGraph.flat(y), 2, 2, 4));
            });
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(4e-6));
    }
  }

  @Test
  void imagesOfReplicasAreRefused() {
    SmallCnn cnn = new SmallCnn(DIGITS, SmallCnn.Settings.DEFAULTS);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Parameters none = name -> null;
      Placeholder<TFloat32> x = batch(tf, 2, 5, 64);
      assertRefused(
          () -> cnn.encode(tf, none, x),
          "image encoder: expected images [n, 64] of one critic, found [2, 5, 64]; train with one"
              + " replica");
    }
  }

  @Test
  void settingsThatBuildNoEncoderAreRefused() {
    assertRefused(() -> new ImageSize(0, 8, 1), "image: expected height of at least 1, found 0");
    assertRefused(
        () -> new ImageSize(8, 8, -1), "image: expected channels of at least 1, found -1");
    assertRefused(
        () -> new SmallCnn.Settings(0, 8), "small cnn: expected width of at least 1, found 0");
    assertRefused(
        () -> new SmallCnn.Settings(1 << 30, 8),
        "small cnn: expected width of at most 1048576, found 1073741824");
    assertRefused(
        () -> new ResNet18.Settings(ResNet18.Form.CIFAR, 0),
        "resnet18: expected features of at least 1, found 0");
    assertRefused(
        () -> new MlpEncoder.Settings(8, 0, 8),
        "mlp encoder: expected layers of at least 1, found 0");
    assertRefused(
        () -> new MlpEncoder(0, MlpEncoder.Settings.DEFAULTS),
        "mlp encoder: expected width of x of at least 1, found 0");
    assertRefused(
        () -> new LabelCritic(new SmallCnn(DIGITS, SmallCnn.Settings.DEFAULTS), 0),
        "label critic: expected classes of at least 1, found 0");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  /** The features of each batch of rows, by one graph. */
  private static float[][] encoded(Encoder encoder, double[][]... batches) {
    ParameterLayout layout = new ParameterLayout(encoder.parameters());
    try (Graph graph = new Graph();
        Session session = new Session(graph, Sessions.singleThreaded());
        TFloat32 vector = TFloat32.vectorOf(layout.initial(6))) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> parameters = batch(tf, layout.size());
      Placeholder<TFloat32> x = batch(tf, Shape.UNKNOWN_SIZE, encoder.xSize());
      Operand<TFloat32> features = encoder.encode(tf, layout.views(tf, parameters)::get, x);
      assertThat(features.shape().asArray())
          .containsExactly(Shape.UNKNOWN_SIZE, encoder.features());
      float[][] encoded = new float[batches.length][];
      for (int i = 0; i < batches.length; i++) {
        encoded[i] = new float[batches[i].length * encoder.features()];
        float[] rows = TestGraph.floats(TestGraph.flat(batches[i]));
        try (TFloat32 fed =
                TFloat32.tensorOf(
                    Shape.of(batches[i].length, encoder.xSize()), DataBuffers.of(rows));
            var result =
                session.runner().feed(parameters, vector).feed(x, fed).fetch(features).run()) {
          ((TFloat32) result.get(0)).copyTo(DataBuffers.of(encoded[i], false, false));
        }
      }
      return encoded;
    }
  }

  private static Placeholder<TFloat32> batch(Ops tf, long... shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }

  private static double[][] rows(int count, int width) {
    SplittableRandom random = new SplittableRandom(8);
    double[][] rows = new double[count][width];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> (float) random.nextDouble());
    }
    return rows;
  }
}
