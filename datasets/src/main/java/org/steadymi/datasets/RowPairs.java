package org.steadymi.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * An image and its top rows: x is an image, y = x with all but its top t rows set to 0. Nobody
 * knows I(X;Y), but what it must satisfy: Song &amp; Ermon 2020, arXiv:1910.06222, self-consistency
 * tests.
 *
 * <ul>
 *   <li>I(X;Y) is 0 at t = 0 and does not fall as t rises.
 *   <li>{@code again=s}: x = [x, x] and y = [y, h(y)], where h keeps the top s rows; the mutual
 *       information is that of (x, y).
 *   <li>{@code twice=true}: x = [x1, x2] and y = [y1, y2] of two images that are drawn
 *       independently; the mutual information is twice that of (x, y).
 * </ul>
 *
 * <p>Images are uniform over those of the split. Two images of a pair lie one below the other.
 */
final class RowPairs implements PairSource {
  private final Spec spec;
  private final RowsKept kept;
  private final Map<Split, ImageTable> tables;
  private final String fingerprint;

  /**
   * @param spec the canonical specification
   * @param tables the images of each split
   * @param fingerprint of all images and labels
   */
  RowPairs(Spec spec, RowsKept kept, Map<Split, ImageTable> tables, String fingerprint) {
    this.spec = spec;
    this.kept = kept;
    this.tables = new EnumMap<>(tables);
    this.fingerprint = fingerprint;
  }

  @Override
  public String spec() {
    return spec.toString();
  }

  @Override
  public int xSize() {
    return kept.parts().size() * shape().size();
  }

  @Override
  public int ySize() {
    return xSize();
  }

  /** 0 where y keeps nothing, otherwise unknown. */
  @Override
  public OptionalDouble trueMi() {
    return kept.keep() == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public Optional<ImageShape> imageShape() {
    ImageShape one = shape();
    return Optional.of(
        new ImageShape(kept.parts().size() * one.height(), one.width(), one.channels()));
  }

  @Override
  public Pairs pairs(Split split, long seed, int count) {
    PairSources.checkCount(count);
    ImageSet images = tables.get(split).images();
    UniformRandomProvider random = HostRandom.draws(split, seed);
    int[] drawn = new int[count * kept.draws()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextInt(images.count());
    }
    Rows rows = images.rows(drawn); // [count · draws, size]
    int size = rows.width();
    float[] x = new float[Math.multiplyExact(count, xSize())];
    float[] y = new float[x.length];
    int to = 0;
    for (int i = 0; i < count; i++) {
      for (RowsKept.Part part : kept.parts()) {
        int from = (i * kept.draws() + part.drawn()) * size;
        System.arraycopy(rows.values(), from, x, to, size);
        System.arraycopy(rows.values(), from, y, to, values(part.rows()));
        to += size;
      }
    }
    return new Pairs(new Rows(x, xSize()), new Rows(y, ySize()));
  }

  @Override
  public GraphSampler sampler(Split split) {
    ImageTable table = tables.get(split);
    return new GraphSampler() {
      @Override
      public List<TType> tables() {
        return List.of(table.upload());
      }

      @Override
      public GraphPairs draw(
          Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
        GraphRandom stream = random.on(split);
        List<Operand<TFloat32>> drawn = new ArrayList<>(); // each [lead…, size]
        for (int i = 0; i < kept.draws(); i++) {
          drawn.add(
              table.rows(tf, tables.get(0), stream, stream.below(table.images().count(), lead)));
        }
        List<Operand<TFloat32>> x = new ArrayList<>();
        List<Operand<TFloat32>> y = new ArrayList<>();
        for (RowsKept.Part part : kept.parts()) {
          Operand<TFloat32> image = drawn.get(part.drawn());
          x.add(image);
          y.add(tf.math.mul(image, tf.constant(mask(part.rows()))));
        }
        return new GraphPairs(joined(tf, x), joined(tf, y));
      }
    };
  }

  /** [lead…, size] each to [lead…, n · size]. */
  private static Operand<TFloat32> joined(Ops tf, List<Operand<TFloat32>> images) {
    return images.size() == 1 ? images.get(0) : tf.concat(images, tf.constant(-1));
  }

  /** [size]: 1 in the rows that are kept, 0 below. */
  private float[] mask(int rows) {
    float[] mask = new float[shape().size()];
    Arrays.fill(mask, 0, values(rows), 1);
    return mask;
  }

  /** Values in that many rows. */
  private int values(int rows) {
    return rows * shape().width() * shape().channels();
  }

  private ImageShape shape() {
    return tables.get(Split.TRAIN).images().shape();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowPairs that
        && spec.equals(that.spec)
        && fingerprint.equals(that.fingerprint);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return spec();
  }
}
