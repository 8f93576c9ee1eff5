package org.steadymi.benchmarks.images;

import java.util.List;
import java.util.Random;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.graphs.critics.ImageSize;
import org.steadymi.graphs.critics.LabelCritic;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.graphs.training.ScoreSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * Images that need no file: 5,000 of random bytes below 128, to which 12 times the class is added,
 * so that a network that learns tells the ten classes apart within some dozen steps. They are drawn
 * as image sets are: bytes uploaded once, rows gathered and scaled in the graph.
 *
 * @param critic scores an image against all classes
 */
record SyntheticImages(LabelCritic critic) implements ScoreSource {
  static final ImageSize SIZE = new ImageSize(32, 32, 3);
  static final int CLASSES = 10;
  static final int COUNT = 5000;

  private static final int NOISE = 128;
  private static final int DISTANCE = 12;
  private static final float WHITE = 255;

  @Override
  public List<TType> tables() {
    byte[] pixels = new byte[COUNT * SIZE.values()];
    int[] labels = new int[COUNT];
    Random random = new Random(1);
    for (int i = 0; i < COUNT; i++) {
      labels[i] = i % CLASSES;
      for (int k = 0; k < SIZE.values(); k++) {
        pixels[i * SIZE.values() + k] = (byte) (random.nextInt(NOISE) + DISTANCE * labels[i]);
      }
    }
    return List.of(
        TUint8.tensorOf(Shape.of(COUNT, SIZE.values()), DataBuffers.of(pixels)),
        TInt32.vectorOf(labels));
  }

  @Override
  @SuppressWarnings("unchecked") // the tables above
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    Operand<TInt32> index =
        new GraphRandom(tf, draw.seed(), draw.step()).below(COUNT, draw.leadArray());
    Operand<TUint8> bytes =
        tf.gather((Operand<TUint8>) draw.tables().get(0), index, tf.constant(0));
    Operand<TInt32> labels =
        tf.gather((Operand<TInt32>) draw.tables().get(1), index, tf.constant(0));
    Operand<TFloat32> images =
        tf.math.div(tf.dtypes.cast(bytes, TFloat32.class), tf.constant(WHITE)); // [K, values]
    return Scores.labelled(
        critic.logits(tf, parameters, images),
        tf.oneHot(labels, tf.constant(CLASSES), tf.constant(1f), tf.constant(0f)));
  }
}
