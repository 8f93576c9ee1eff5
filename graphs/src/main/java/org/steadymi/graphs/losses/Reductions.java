package org.steadymi.graphs.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.StopGradient;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Reductions over the trailing axes that every layout of scores shares. */
final class Reductions {
  /**
   * Far below any score and far above −∞ in float, so that a masked score is exactly 0 after exp.
   */
  static final float MASKED = -1e30f;

  private static final int ROWS = -2;
  private static final ReduceMax.Options KEEP_MAX = ReduceMax.keepDims(true);
  private static final ReduceSum.Options KEEP_SUM = ReduceSum.keepDims(true);

  private Reductions() {}

  /** log Σ e^t over the given axes, minus log count; finite wherever the largest t is. */
  static Operand<TFloat32> logMeanExp(Ops tf, Operand<TFloat32> t, double count, int... axes) {
    StopGradient<TFloat32> top = tf.stopGradient(tf.reduceMax(t, tf.constant(axes), KEEP_MAX));
    Operand<TFloat32> sum = tf.reduceSum(tf.math.exp(tf.math.sub(t, top)), tf.constant(axes));
    Operand<TFloat32> level = tf.reduceSum(top, tf.constant(axes), ReduceSum.keepDims(false));
    return tf.math.sub(tf.math.add(level, tf.math.log(sum)), tf.constant((float) Math.log(count)));
  }

  /**
   * log Σ_{l≠j} e^{t_li} in the place of t_ji, for matrices [K, K] or [R, K, K].
   *
   * <p>Subtracting e^{t_ji} from the sum over the column is exact enough unless that term is nearly
   * all of it. Then it is the one largest, and the sum is taken again without it.
   */
  static Operand<TFloat32> logSumExpWithoutEach(Ops tf, Operand<TFloat32> t) {
    Operand<TFloat32> half = tf.constant(0.5f);
    Operand<TFloat32> top = tf.stopGradient(tf.reduceMax(t, tf.constant(ROWS), KEEP_MAX));
    Operand<TFloat32> terms = tf.math.exp(tf.math.sub(t, top));
    Operand<TFloat32> rest = tf.math.sub(tf.reduceSum(terms, tf.constant(ROWS), KEEP_SUM), terms);
    Operand<TFloat32> subtracted = tf.math.add(top, tf.math.log(tf.math.maximum(rest, half)));
    Operand<TBool> largest = tf.math.greaterEqual(t, top);
    Operand<TFloat32> others = tf.select(largest, tf.constant(MASKED), t);
    return tf.select(tf.math.greaterEqual(rest, half), subtracted, logSumExpOfColumns(tf, others));
  }

  /** log Σ_l e^{t_li}, kept as a row. */
  private static Operand<TFloat32> logSumExpOfColumns(Ops tf, Operand<TFloat32> t) {
    Operand<TFloat32> top = tf.stopGradient(tf.reduceMax(t, tf.constant(ROWS), KEEP_MAX));
    Operand<TFloat32> terms = tf.math.exp(tf.math.sub(t, top));
    return tf.math.add(top, tf.math.log(tf.reduceSum(terms, tf.constant(ROWS), KEEP_SUM)));
  }

  /** Largest |t| over the given axes. */
  static Operand<TFloat32> maxAbs(Ops tf, Operand<TFloat32> t, int... axes) {
    return tf.reduceMax(tf.math.abs(t), tf.constant(axes));
  }
}
