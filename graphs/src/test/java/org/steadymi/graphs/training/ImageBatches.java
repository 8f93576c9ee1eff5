package org.steadymi.graphs.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ImageSize;
import org.steadymi.graphs.critics.LabelCritic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Random images of three classes, whose left, middle and right thirds are brighter, batch after
 * batch in their order; against all classes, or with each other where the critic compares images.
 */
final class ImageBatches implements ScoreSource {
  static final int CLASSES = 3;
  static final int ROWS = 24;

  private final Critic critic;
  private final double[][] images;
  private final double[][] labels;

  ImageBatches(Critic critic, ImageSize size) {
    this.critic = critic;
    this.images = new double[ROWS][size.values()];
    this.labels = new double[ROWS][CLASSES];
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < ROWS; i++) {
      int label = i % CLASSES;
      labels[i][label] = 1;
      Arrays.setAll(
          images[i],
          j -> {
            boolean bright = j / size.channels() % size.width() * CLASSES / size.width() == label;
            return (float) (random.nextDouble(0.6) + (bright ? 0.4 : 0));
          });
    }
  }

  ParameterLayout layout() {
    return new ParameterLayout(critic.parameters());
  }

  @Override
  public List<TType> tables() {
    return List.of(tensor(images), tensor(labels));
  }

  @Override
  @SuppressWarnings("unchecked")
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    int batch = draw.lead().get(0).intValue();
    Operand<TInt32> first = tf.math.mul(draw.step(), tf.constant(batch));
    Operand<TInt32> rows =
        tf.math.mod(
            tf.math.add(first, tf.range(tf.constant(0), tf.constant(batch), tf.constant(1))),
            tf.constant(ROWS));
    Operand<TFloat32> x = tf.gather((Operand<TFloat32>) draw.tables().get(0), rows, tf.constant(0));
    Operand<TFloat32> y = tf.gather((Operand<TFloat32>) draw.tables().get(1), rows, tf.constant(0));
    return critic instanceof LabelCritic label
        ? Scores.labelled(label.logits(tf, parameters, x), y)
        : Scores.sameLabel(tf, critic.scoreMatrix(tf, parameters, x, x), y);
  }

  private static TType tensor(double[][] table) {
    return TFloat32.tensorOf(
        Shape.of(table.length, table[0].length),
        DataBuffers.of(TestGraph.floats(TestGraph.flat(table))));
  }

  /** The images of a step's batch. */
  double[][] images(int step, int batch) {
    return IntStream.range(0, batch)
        .mapToObj(i -> images[(step * batch + i) % ROWS])
        .toArray(double[][]::new);
  }
}
