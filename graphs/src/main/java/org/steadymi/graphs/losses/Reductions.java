package org.steadymi.graphs.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.StopGradient;
import org.tensorflow.types.TFloat32;

/** Reductions over the trailing axes that every layout of scores shares. */
final class Reductions {
  private static final ReduceMax.Options KEEP_MAX = ReduceMax.keepDims(true);

  private Reductions() {}

  /** log Σ e^t over the given axes, minus log count; finite wherever the largest t is. */
  static Operand<TFloat32> logMeanExp(Ops tf, Operand<TFloat32> t, double count, int... axes) {
    StopGradient<TFloat32> top = tf.stopGradient(tf.reduceMax(t, tf.constant(axes), KEEP_MAX));
    Operand<TFloat32> sum = tf.reduceSum(tf.math.exp(tf.math.sub(t, top)), tf.constant(axes));
    Operand<TFloat32> level = tf.reduceSum(top, tf.constant(axes), ReduceSum.keepDims(false));
    return tf.math.sub(tf.math.add(level, tf.math.log(sum)), tf.constant((float) Math.log(count)));
  }

  /** Largest |t| over the given axes. */
  static Operand<TFloat32> maxAbs(Ops tf, Operand<TFloat32> t, int... axes) {
    return tf.reduceMax(tf.math.abs(t), tf.constant(axes));
  }
}
