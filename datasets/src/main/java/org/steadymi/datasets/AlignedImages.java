package org.steadymi.datasets;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Pairs of two different images of one class: x uniform over all n images, y uniform over the other
 * n_c − 1 images of x's class c. Every batch of aligned pairs thus holds a positive in each row,
 * and rows i ≠ j are draws from p(x) p(y), both uniform over the n images.
 *
 * <p>Over these n images as a population,
 *
 * <pre>I(X;Y) = Σ_c n_c/n · log(n / (n_c − 1)) = H(label) + Σ_c n_c/n · log(n_c / (n_c − 1)) nats:
 * </pre>
 *
 * <p>the entropy of the label, and a little for knowing which row y is not.
 */
final class AlignedImages {
  /** Images sorted by class, so that a class is a contiguous range. */
  private final ImageTable table;

  /** [n] first image of the image's class. */
  private final int[] starts;

  /** [n] how many other images the image's class has. */
  private final int[] others;

  /**
   * @throws IllegalArgumentException if a class has a single image, which has no partner
   */
  AlignedImages(ImageTable unsorted) {
    ImageSet images = unsorted.images();
    int[] byClass =
        IntStream.range(0, images.count())
            .boxed()
            .sorted(Comparator.comparingInt(i -> images.labels()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    ImageSet sorted = images.select(byClass);
    int[] counts = new int[images.classes()];
    for (int label : sorted.labels()) {
      counts[label]++;
    }
    int n = byClass.length;
    table = new ImageTable(sorted, unsorted.augmentation());
    starts = new int[n];
    others = new int[n];
    for (int i = 0; i < n; i++) {
      int label = sorted.labels()[i];
      if (counts[label] < 2) {
        throw new IllegalArgumentException(
            "aligned pairs: expected at least 2 images in a class, found 1 in class " + label);
      }
      boolean sameClass = i > 0 && sorted.labels()[i - 1] == label;
      starts[i] = sameClass ? starts[i - 1] : i;
      others[i] = counts[label] - 1;
    }
  }

  /** Draws pairs on the host. */
  Pairs draw(UniformRandomProvider random, int count) {
    int[] x = new int[count];
    int[] y = new int[count];
    for (int i = 0; i < count; i++) {
      x[i] = random.nextInt(starts.length);
      int other = starts[x[i]] + random.nextInt(others[x[i]]);
      y[i] = other < x[i] ? other : other + 1; // passes over x itself
    }
    return new Pairs(table.images().rows(x), table.images().rows(y));
  }

  /** Draws the same pairs in a graph, by gathering rows from one table. */
  GraphSampler sampler(Split split) {
    return new GraphSampler() {
      @Override
      public List<TType> tables() {
        return List.of(table.upload());
      }

      @Override
      public GraphPairs draw(
          Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
        GraphRandom stream = random.on(split);
        Operand<TInt32> x = stream.below(starts.length, lead);
        Operand<TInt32> y = partner(tf, x, stream.uniform(lead));
        return new GraphPairs(
            table.rows(tf, tables.get(0), stream, x), table.rows(tf, tables.get(0), stream, y));
      }
    };
  }

  /**
   * The row that a uniform draw picks among the others of x's class. A uniform float has 24 bits at
   * most, so u · m rounds to less than m.
   *
   * @param x [lead…]
   * @param uniform [lead…] in [0, 1)
   */
  private Operand<TInt32> partner(Ops tf, Operand<TInt32> x, Operand<TFloat32> uniform) {
    Operand<TInt32> start = tf.gather(tf.constant(starts), x, tf.constant(0));
    Operand<TInt32> choices = tf.gather(tf.constant(others), x, tf.constant(0));
    Operand<TInt32> choice =
        tf.dtypes.cast(tf.math.mul(uniform, tf.dtypes.cast(choices, TFloat32.class)), TInt32.class);
    Operand<TInt32> other = tf.math.add(start, choice);
    Operand<TInt32> notBefore = tf.dtypes.cast(tf.math.greaterEqual(other, x), TInt32.class);
    return tf.math.add(other, notBefore); // passes over x itself
  }
}
