package org.steadymi.graphs.critics;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The normal density of diagonal covariance. */
final class Normal {
  private static final float HALF_LOG_TWO_PI = (float) (Math.log(2 * Math.PI) / 2);

  private Normal() {}

  /**
   * Σ_k [ −½ (o_k / σ_k)² − log σ_k − ½ log 2π ] over the last axis.
   *
   * @param offset o = x − μ, [.., d]
   * @param logDeviation log σ, of a shape that broadcasts to it
   */
  static Operand<TFloat32> logDensity(
      Ops tf, Operand<TFloat32> offset, Operand<TFloat32> logDeviation) {
    Operand<TFloat32> standard = tf.math.mul(offset, tf.math.exp(tf.math.neg(logDeviation)));
    Operand<TFloat32> square = tf.math.mul(tf.constant(0.5f), tf.math.square(standard));
    Operand<TFloat32> scale = tf.math.add(logDeviation, tf.constant(HALF_LOG_TWO_PI));
    return tf.reduceSum(tf.math.neg(tf.math.add(square, scale)), tf.constant(-1));
  }
}
