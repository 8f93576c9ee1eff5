package org.steadymi.graphs.critics;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The size of the images that an encoder sees. An image is one row of height · width · channels
 * values in [0, 1], by rows, then columns, then channels.
 *
 * @param channels 1 for grey, 3 for colour
 */
public record ImageSize(int height, int width, int channels) {
  private static final float MEAN = 0.5f;
  private static final float DEVIATION = 0.5f;

  /** Checks the numbers. */
  public ImageSize {
    Widths.require("image", "height", height);
    Widths.require("image", "width", width);
    Widths.require("image", "channels", channels);
  }

  /** Values of one image. */
  public int values() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** [0, 1] to [−1, 1], (x − 0.5) / 0.5, of any shape. */
  static Operand<TFloat32> normalized(Ops tf, Operand<TFloat32> x) {
    return tf.math.sub(tf.math.mul(x, tf.constant(1 / DEVIATION)), tf.constant(MEAN / DEVIATION));
  }

  /**
   * Normalised images: [n, values] to [n, height, width, channels].
   *
   * @throws IllegalArgumentException if the rows are those of several replicas
   */
  Operand<TFloat32> images(Ops tf, Operand<TFloat32> x) {
    if (x.rank() != 2) {
      throw new IllegalArgumentException(
          "image encoder: expected images [n, "
              + values()
              + "] of one critic, found "
              + x.shape()
              + "; train with one replica");
    }
    return normalized(tf, tf.reshape(x, tf.constant(new long[] {-1, height, width, channels})));
  }

  /** [n, h, w, channels] to [n, channels]. */
  static Operand<TFloat32> meanOverSpace(Ops tf, Operand<TFloat32> images) {
    return tf.math.mean(images, tf.constant(new int[] {1, 2}));
  }
}
