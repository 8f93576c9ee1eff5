package org.steadymi.datasets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Images with their class, drawn independently with replacement. Where joint pairs are wanted, a
 * batch that holds none is drawn again: on the host until there is one; in a graph as many batches
 * are drawn at once as leave a chance of less than {@value #MISS} that all of them lack one, and
 * the first with a joint pair is taken.
 */
final class ImageDraws implements LabelledDraws {
  private static final double MISS = 1e-12;
  private static final int MOST_ATTEMPTS = 1000;

  private final Map<Split, ImageTable> tables;
  private final boolean joint;
  private final int classes;

  /**
   * @param joint whether every batch must hold two images of one class
   */
  ImageDraws(Map<Split, ImageTable> tables, boolean joint) {
    this.tables = new EnumMap<>(tables);
    this.joint = joint;
    this.classes = tables.get(Split.TRAIN).images().classes();
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public LabelledRows rows(Split split, long seed, int count) {
    PairSources.checkCount(count);
    ImageSet images = tables.get(split).images();
    attempts(images, count);
    UniformRandomProvider random = HostRandom.draws(split, seed);
    int[] drawn = new int[count];
    int[] labels = new int[count];
    do {
      Arrays.setAll(drawn, i -> random.nextInt(images.count()));
      Arrays.setAll(labels, i -> images.labels()[drawn[i]]);
    } while (joint && Arrays.stream(labels).distinct().count() == count);
    return new LabelledRows(images.rows(drawn), labels, classes);
  }

  @Override
  public LabelledSampler sampler(Split split) {
    ImageTable table = tables.get(split);
    return new LabelledSampler() {
      @Override
      public List<TType> tables() {
        return List.of(table.upload());
      }

      @Override
      public Batch draw(
          Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
        GraphRandom stream = random.on(split);
        Operand<TInt32> drawn = index(tf, table.images(), stream, lead);
        return new Batch(
            table.rows(tf, tables.get(0), stream, drawn),
            oneHot(tf, tf.gather(tf.constant(table.images().labels()), drawn, tf.constant(0))));
      }
    };
  }

  /** The numbers of the images of a batch, [lead…]. */
  private Operand<TInt32> index(Ops tf, ImageSet images, GraphRandom random, long... lead) {
    int attempts = attempts(images, Math.toIntExact(lead[lead.length - 1]));
    if (attempts == 1) {
      return random.below(images.count(), lead);
    }
    long[] all = new long[lead.length + 1];
    all[0] = attempts;
    System.arraycopy(lead, 0, all, 1, lead.length);
    Operand<TInt32> candidates = random.below(images.count(), all); // [attempts, lead…]
    Operand<TInt32> labels =
        tf.gather(tf.constant(images.labels()), candidates, tf.constant(0)); // [attempts, lead…]
    Operand<TFloat32> members =
        tf.reduceSum(oneHot(tf, labels), tf.constant(-2)); // [attempts, R…, C]
    Operand<TBool> two = tf.math.greater(tf.reduceMax(members, tf.constant(-1)), tf.constant(1.5f));
    Operand<TInt32> first = // [R…]
        tf.math.argMax(tf.dtypes.cast(two, TInt32.class), tf.constant(0), TInt32.class);
    Operand<TInt32> chosen =
        tf.oneHot(
            first,
            tf.constant(attempts),
            tf.constant(1),
            tf.constant(0),
            org.tensorflow.op.core.OneHot.axis(0L)); // [attempts, R…]
    return tf.reduceSum(
        tf.math.mul(candidates, tf.expandDims(chosen, tf.constant(-1))), tf.constant(0));
  }

  private Operand<TFloat32> oneHot(Ops tf, Operand<TInt32> labels) {
    return tf.oneHot(labels, tf.constant(classes), tf.constant(1f), tf.constant(0f));
  }

  /**
   * How many batches of that size must be drawn for one with a joint pair.
   *
   * @throws IllegalArgumentException if that is more than {@value #MOST_ATTEMPTS}
   */
  private int attempts(ImageSet images, int count) {
    double none = joint ? allDifferent(images, count) : 0;
    double attempts = none == 0 ? 1 : Math.ceil(Math.log(MISS) / Math.log(none));
    if (none >= 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "contrastive pairs: a batch of %d images of %d classes hardly ever holds two of one class;"
                  .formatted(count, classes)
              + " use a larger batch");
    }
    return (int) Math.max(1, attempts);
  }

  /**
   * The probability that images drawn one by one are all of different classes: count! times the
   * elementary symmetric polynomial of that degree in the classes' frequencies.
   */
  private static double allDifferent(ImageSet images, int count) {
    if (count > images.classes()) {
      return 0;
    }
    double[] share = new double[images.classes()];
    for (int label : images.labels()) {
      share[label] += 1.0 / images.count();
    }
    double[] ordered = new double[count + 1]; // k! e_k of the classes so far
    ordered[0] = 1;
    for (double p : share) {
      for (int k = count; k > 0; k--) {
        ordered[k] += k * p * ordered[k - 1];
      }
    }
    return ordered[count];
  }
}
