package org.steadymi.datasets;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Pairs of two different rows of one class: x uniform over all n rows, y uniform over the other n_c
 * − 1 rows of x's class c. Every batch of aligned pairs thus holds a positive in each row, and rows
 * i ≠ j are draws from p(x) p(y), both uniform over the n rows.
 *
 * <p>Choi &amp; Lee 2022, contrastive benchmark. Over these n rows as a population,
 *
 * <pre>I(X;Y) = Σ_c n_c/n · log(n / (n_c − 1)) = H(label) + Σ_c n_c/n · log(n_c / (n_c − 1)) nats:
 * </pre>
 *
 * <p>the entropy of the label, and a little for knowing which row y is not.
 */
final class ContrastivePairs {
  /** Rows sorted by class, so that a class is a contiguous range. */
  private final Rows rows;

  /** [n] first row of the row's class. */
  private final int[] starts;

  /** [n] how many other rows the row's class has. */
  private final int[] others;

  /**
   * @throws IllegalArgumentException if a class has a single row, which has no partner
   */
  ContrastivePairs(LabelledRows labelled) {
    int[] byClass =
        IntStream.range(0, labelled.labels().length)
            .boxed()
            .sorted(Comparator.comparingInt(row -> labelled.labels()[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    LabelledRows sorted = labelled.select(byClass);
    int[] counts = new int[labelled.classes()];
    for (int label : sorted.labels()) {
      counts[label]++;
    }
    int n = byClass.length;
    rows = sorted.rows();
    starts = new int[n];
    others = new int[n];
    for (int row = 0; row < n; row++) {
      int label = sorted.labels()[row];
      if (counts[label] < 2) {
        throw new IllegalArgumentException(
            "contrastive pairs: expected at least 2 rows in a class, found 1 in class " + label);
      }
      boolean sameClass = row > 0 && sorted.labels()[row - 1] == label;
      starts[row] = sameClass ? starts[row - 1] : row;
      others[row] = counts[label] - 1;
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
    return new Pairs(rows.select(x), rows.select(y));
  }

  /** Draws the same pairs in a graph, by gathering rows from one table. */
  GraphSampler sampler(Split split) {
    return new GraphSampler() {
      @Override
      public List<TType> tables() {
        return List.of(
            TFloat32.tensorOf(Shape.of(rows.count(), rows.width()), DataBuffers.of(rows.values())));
      }

      @Override
      public GraphPairs draw(
          Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
        @SuppressWarnings("unchecked") // the one table above
        Operand<TFloat32> table = (Operand<TFloat32>) tables.get(0);
        GraphRandom stream = random.on(split);
        Operand<TInt32> x = stream.below(starts.length, lead);
        Operand<TInt32> y = partner(tf, x, stream.uniform(lead));
        return new GraphPairs(row(tf, table, x), row(tf, table, y));
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

  private static Operand<TFloat32> row(Ops tf, Operand<TFloat32> table, Operand<TInt32> index) {
    return tf.gather(table, index, tf.constant(0));
  }
}
