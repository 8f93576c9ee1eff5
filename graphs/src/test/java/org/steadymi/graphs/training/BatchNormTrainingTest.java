package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.Encoder;
import org.steadymi.graphs.critics.HostNetwork;
import org.steadymi.graphs.critics.ImageSize;
import org.steadymi.graphs.critics.InnerProductCritic;
import org.steadymi.graphs.critics.LabelCritic;
import org.steadymi.graphs.critics.MlpEncoder;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.critics.ResNet18;
import org.steadymi.graphs.critics.SmallCnn;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.types.TFloat32;

/** Critics over image encoders in the training loop. */
class BatchNormTrainingTest {
  private static final int BATCH = 8;
  private static final ImageSize SIZE = new ImageSize(9, 6, 1);
  private static final Encoder CNN = new SmallCnn(SIZE, new SmallCnn.Settings(4, 5));
  private static final LoopSettings SETTINGS = new LoopSettings(BATCH, 3);
  private static final Optimizer ADAM = new Optimizer.Adam(0.01);
  private static final Optimizer FROZEN = new Optimizer.Frozen();

  static Stream<Critic> critics() {
    return Stream.of(new LabelCritic(CNN, ImageBatches.CLASSES), new InnerProductCritic(CNN));
  }

  static Stream<Arguments> encoders() {
    ResNet18.Form cifar = ResNet18.Form.CIFAR;
    ResNet18.Form imagenet = ResNet18.Form.IMAGENET;
    return Stream.of(
        Arguments.of(new MlpEncoder(SIZE.values(), new MlpEncoder.Settings(16, 2, 8)), 20),
        Arguments.of(new SmallCnn(SIZE, new SmallCnn.Settings(8, 16)), 5),
        Arguments.of(new ResNet18(SIZE, new ResNet18.Settings(cifar, 8)), 3),
        Arguments.of(new ResNet18(SIZE, new ResNet18.Settings(imagenet, 8)), 3));
  }

  /** Each step's batch through the parameters of that step, on the host. */
  @ParameterizedTest
  @MethodSource("critics")
  void theAveragesFollowTheBatches(Critic critic) {
    ImageBatches source = new ImageBatches(critic, SIZE);
    ParameterLayout layout = source.layout();
    try (TrainingLoop loop = loop(source, ADAM)) {
      for (int step = 0; step < 5; step++) {
        float[] before = loop.state().variables().get(0);
        HostNetwork host = new HostNetwork(critic.parameters(), doubles(before), true);
        host.smallCnn(source.images(step, BATCH), SIZE);
        loop.run(1);
        float[] after = loop.state().variables().get(0);
        for (Map.Entry<String, double[]> batch : host.batchMoments().entrySet()) {
          int offset = layout.offset(batch.getKey());
          for (int k = 0; k < batch.getValue().length; k++) {
            double expected = 0.9 * before[offset + k] + 0.1 * batch.getValue()[k];
            assertThat((double) after[offset + k])
                .as(batch.getKey())
                .isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
          }
        }
        assertThat(host.batchMoments()).hasSize(12);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("critics")
  void aRestoredStateGoesOnBitForBit(Critic critic) {
    ImageBatches source = new ImageBatches(critic, SIZE);
    State middle;
    float[] rest;
    State end;
    try (TrainingLoop loop = loop(source, ADAM)) {
      loop.run(7);
      middle = loop.state();
      rest = loop.run(9).get(0).values();
      end = loop.state();
      loop.restore(middle);
      assertThat(bits(loop.run(9).get(0).values())).isEqualTo(bits(rest));
    }
    try (TrainingLoop other = loop(source, ADAM)) {
      other.restore(middle);
      assertThat(bits(other.run(4).get(0).then(other.run(5).get(0)).values()))
          .isEqualTo(bits(rest));
      for (int i = 0; i < 3; i++) {
        assertThat(bits(other.state().variables().get(i))).isEqualTo(bits(end.variables().get(i)));
      }
    }
  }

  /** Scores by what is remembered, as an exported graph does, and leaves it alone. */
  @ParameterizedTest
  @MethodSource("critics")
  void aFrozenLoopScoresAsAnExportedGraphDoes(Critic critic) {
    ImageBatches source = new ImageBatches(critic, SIZE);
    float[] trained;
    try (TrainingLoop loop = loop(source, ADAM)) {
      loop.run(20);
      trained = loop.state().variables().get(0);
    }
    try (TrainingLoop frozen = loop(source, FROZEN)) {
      frozen.restore(new State(0, List.of(trained)));
      Curve curve = frozen.run(3).get(0);
      assertThat(bits(frozen.state().variables().get(0))).isEqualTo(bits(trained));
      for (int step = 0; step < 3; step++) {
        double[][] x = source.images(step, BATCH);
        float expected = maxAbs(critic, trained, x);
        assertThat(curve.at(step, Metric.MAX_ABS_SCORE))
            .isCloseTo(expected, within(1e-5f * expected));
      }
    }
    try (TrainingLoop learning = loop(source, ADAM)) {
      learning.restore(
          new State(0, List.of(trained, new float[trained.length], new float[trained.length])));
      float byBatch = learning.run(1).get(0).at(0, Metric.MAX_ABS_SCORE);
      assertThat(byBatch)
          .as("a batch that learns is normalised by itself")
          .isNotCloseTo(maxAbs(critic, trained, source.images(0, BATCH)), within(1e-3f));
    }
  }

  /** The largest |T| of all pairs, a row with itself left out. */
  private static float maxAbs(Critic critic, float[] trained, double[][] x) {
    boolean label = critic instanceof LabelCritic;
    double[][] y = label ? new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}} : x;
    float[] scores =
        TestGraph.values(
            tf -> {
              Parameters p =
                  new ParameterLayout(critic.parameters()).views(tf, tf.constant(trained))::get;
              return critic.scoreMatrix(
                  tf, p, TestGraph.constant(tf, x), TestGraph.constant(tf, y));
            });
    float largest = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean itself = !label && i / y.length == i % y.length;
      largest = itself ? largest : Math.max(largest, Math.abs(scores[i]));
    }
    return largest;
  }

  /** The objective of the last pass through the images against that of the first. */
  @ParameterizedTest
  @MethodSource("encoders")
  void aFewStepsLearn(Encoder encoder, int passes) {
    ImageBatches source = new ImageBatches(new LabelCritic(encoder, ImageBatches.CLASSES), SIZE);
    try (TrainingLoop loop =
        new TrainingLoop(
            source.layout(),
            source,
            Losses.named("infonce"),
            new Optimizer.Adam(2e-3),
            new LoopSettings(BATCH, 3))) {
      int steps = ImageBatches.ROWS / BATCH;
      double first = mean(loop.run(steps).get(0));
      loop.run(steps * (passes - 2));
      double last = mean(loop.run(steps).get(0));
      assertThat(last).isGreaterThan(first + 0.1);
    }
  }

  private static double mean(Curve curve) {
    double sum = 0;
    for (double objective : curve.series(Metric.OBJECTIVE)) {
      sum += objective;
    }
    return sum / curve.steps();
  }

  @Test
  void replicasOfImageEncodersAreRefused() {
    InnerProductCritic critic = new InnerProductCritic(CNN);
    ScoreSource replicated =
        (tf, p, draw) -> {
          var x = tf.zeros(tf.constant(new long[] {2, BATCH, 54}), TFloat32.class);
          return Scores.matrix(critic.scoreMatrix(tf, p, x, x));
        };
    assertThatThrownBy(
            () ->
                new TrainingLoop(
                    new ParameterLayout(critic.parameters()),
                    replicated,
                    Losses.named("mine"),
                    ADAM,
                    SETTINGS.withReplicas(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "image encoder: expected images [n, 54] of one critic, found [2, 8, 54]; train with one"
                + " replica");
  }

  private static TrainingLoop loop(ImageBatches source, Optimizer optimizer) {
    return new TrainingLoop(source.layout(), source, Losses.named("infonce"), optimizer, SETTINGS);
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return wide;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
