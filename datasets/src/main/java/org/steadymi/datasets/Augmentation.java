package org.steadymi.datasets;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Random changes of training images that leave their class as it is, each image's drawn by itself.
 *
 * @param shift largest move, in pixels, up or down and left or right; what comes in is 0
 * @param flip whether left and right are exchanged in half of the images
 */
record Augmentation(int shift, boolean flip) {
  static final Augmentation NONE = new Augmentation(0, false);

  /**
   * Changes images: every pixel of the result is gathered from the place it comes from.
   *
   * @param images [lead…, size]
   * @return [lead…, size]
   */
  Operand<TFloat32> apply(Ops tf, Operand<TFloat32> images, ImageShape shape, GraphRandom random) {
    if (equals(NONE)) {
      return images;
    }
    long size = shape.size();
    int n = (int) (images.shape().size() / size);
    int pixels = shape.height() * shape.width();
    Axis rows = Axis.of(tf, rowOf(shape), shape.height(), moves(tf, random, n));
    Operand<TInt32> columns = tf.constant(new int[][] {columnOf(shape)});
    if (flip) {
      Operand<TInt32> flipped = tf.constant(new int[][] {mirrored(shape)});
      Operand<TInt32> coin = random.below(2, n, 1);
      columns = tf.select(tf.math.equal(coin, tf.constant(1)), flipped, columns);
    }
    Axis across = Axis.of(tf, columns, shape.width(), moves(tf, random, n));
    Operand<TInt32> from =
        tf.math.add(tf.math.mul(rows.place, tf.constant(shape.width())), across.place);
    Operand<TFloat32> moved =
        tf.gather(
            tf.reshape(images, tf.constant(new int[] {n, pixels, shape.channels()})),
            tf.broadcastTo(from, tf.constant(new int[] {n, pixels})),
            tf.constant(1),
            Gather.batchDims(1L));
    Operand<TBool> inside = tf.math.logicalAnd(rows.inside, across.inside);
    Operand<TFloat32> seen = tf.dtypes.cast(tf.expandDims(inside, tf.constant(-1)), TFloat32.class);
    return tf.reshape(tf.math.mul(moved, seen), tf.constant(images.shape().asArray()));
  }

  /** [n, 1] in [−shift, shift]. */
  private Operand<TInt32> moves(Ops tf, GraphRandom random, int n) {
    return shift == 0
        ? tf.zeros(tf.constant(new int[] {n, 1}), TInt32.class)
        : tf.math.sub(random.below(2 * shift + 1, n, 1), tf.constant(shift));
  }

  private static int[] rowOf(ImageShape shape) {
    int[] rows = new int[shape.height() * shape.width()];
    Arrays.setAll(rows, i -> i / shape.width());
    return rows;
  }

  private static int[] columnOf(ImageShape shape) {
    int[] columns = new int[shape.height() * shape.width()];
    Arrays.setAll(columns, i -> i % shape.width());
    return columns;
  }

  private static int[] mirrored(ImageShape shape) {
    int[] columns = columnOf(shape);
    Arrays.setAll(columns, i -> shape.width() - 1 - columns[i]);
    return columns;
  }

  /**
   * Where pixels come from along one axis.
   *
   * @param place [n, pixels], within the image
   * @param inside [n, pixels], whether there is such a place
   */
  private record Axis(Operand<TInt32> place, Operand<TBool> inside) {
    static Axis of(Ops tf, int[] places, int length, Operand<TInt32> moves) {
      return of(tf, tf.constant(new int[][] {places}), length, moves);
    }

    static Axis of(Ops tf, Operand<TInt32> places, int length, Operand<TInt32> moves) {
      Operand<TInt32> moved = tf.math.add(places, moves);
      Operand<TInt32> clipped =
          tf.math.maximum(tf.constant(0), tf.math.minimum(moved, tf.constant(length - 1)));
      return new Axis(clipped, tf.math.equal(moved, clipped));
    }
  }
}
