package org.steadymi.estimators.sample;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What was fitted in double, as constants of a graph. */
final class Constants {
  private Constants() {}

  /** A width in double by which floats can be divided: no less than the smallest normal one. */
  static double divisor(double width) {
    return Math.max(width, Float.MIN_NORMAL);
  }

  /** [n]. */
  static Operand<TFloat32> row(Ops tf, double... values) {
    return tf.constant(floats(values));
  }

  /** [rows, columns]. */
  static Operand<TFloat32> matrix(Ops tf, double[][] values) {
    int width = values[0].length;
    float[] flat = new float[values.length * width];
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(floats(values[i]), 0, flat, i * width, width);
    }
    return tf.constant(Shape.of(values.length, width), DataBuffers.of(flat));
  }

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
