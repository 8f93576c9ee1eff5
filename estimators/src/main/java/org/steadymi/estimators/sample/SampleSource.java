package org.steadymi.estimators.sample;

import java.util.List;
import java.util.OptionalDouble;
import org.steadymi.datasets.GraphPairs;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.GraphSampler;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * A finite sample as a source of pairs: row i of x and row i of y were observed together. A batch
 * holds no row twice, so that its pairs of different rows are never joint: from a random row on it
 * takes every a-th, with a random a.
 */
final class SampleSource implements PairSource {
  private final String name;
  private final Pairs rows;

  /**
   * @param name of the sample
   * @param rows of every split, at least 2
   */
  SampleSource(String name, Pairs rows) {
    this.name = name;
    this.rows = rows;
  }

  @Override
  public String spec() {
    return name;
  }

  @Override
  public int xSize() {
    return rows.x().width();
  }

  @Override
  public int ySize() {
    return rows.y().width();
  }

  @Override
  public OptionalDouble trueMi() {
    return OptionalDouble.empty();
  }

  @Override
  public String fingerprint() {
    throw new UnsupportedOperationException("a sample has the fingerprint of its table");
  }

  /** The first rows, whatever the split and the seed. */
  @Override
  public Pairs pairs(Split split, long seed, int count) {
    return new Pairs(rows.x().slice(0, count), rows.y().slice(0, count));
  }

  @Override
  public GraphSampler sampler(Split split) {
    return new StridedRows(rows, split);
  }

  /**
   * @param rows to draw from
   * @param split that the draws are for
   */
  private record StridedRows(Pairs rows, Split split) implements GraphSampler {
    @Override
    public List<TType> tables() {
      TFloat32 x = upload(rows.x());
      try {
        return List.of(x, upload(rows.y()));
      } catch (Throwable failed) { // no memory left, say
        x.close();
        throw failed;
      }
    }

    private static TFloat32 upload(Rows side) {
      return TFloat32.tensorOf(Shape.of(side.count(), side.width()), DataBuffers.of(side.values()));
    }

    @Override
    @SuppressWarnings("unchecked") // what tables() has
    public GraphPairs draw(
        Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
      Operand<TInt32> at = indices(tf, random.on(split), lead);
      return new GraphPairs(
          tf.gather((Operand<TFloat32>) tables.get(0), at, tf.constant(0)),
          tf.gather((Operand<TFloat32>) tables.get(1), at, tf.constant(0)));
    }

    /** [lead…], no row twice along the last axis. */
    private Operand<TInt32> indices(Ops tf, GraphRandom random, long... lead) {
      int batch = Math.toIntExact(lead[lead.length - 1]);
      int count = rows.count();
      if (batch > count) {
        throw new IllegalArgumentException(
            "sample: a batch of %d needs as many rows, found %d".formatted(batch, count));
      }
      long[] one = lead.clone();
      one[one.length - 1] = 1;
      Operand<TInt32> stride =
          tf.math.add(random.below(count / batch, one), tf.constant(1)); // in [1, count / batch]
      Operand<TInt32> steps = tf.range(tf.constant(0), tf.constant(batch), tf.constant(1));
      Operand<TInt32> from = random.below(count, one);
      return tf.math.floorMod(tf.math.add(from, tf.math.mul(stride, steps)), tf.constant(count));
    }
  }
}
