package org.steadymi.datasets;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The densities behind a source, in a graph: x [n, xSize] and y [m, ySize], or both with a leading
 * R for replicas, which the results then have too. Everything is in nats.
 */
public interface Densities {
  /** log p(x): [n]. */
  Operand<TFloat32> logMarginalX(Ops tf, Operand<TFloat32> x);

  /** log p(y): [m]. */
  Operand<TFloat32> logMarginalY(Ops tf, Operand<TFloat32> y);

  /** log p(x, y) / p(x) p(y), the optimal critic, of aligned pairs: [n]. */
  Operand<TFloat32> logRatio(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y);

  /** log p(x_i, y_j) / p(x_i) p(y_j) of all pairs: [n, m], row = x and column = y. */
  Operand<TFloat32> logRatioMatrix(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y);

  /** log p(y | x) of aligned pairs: [n]. */
  default Operand<TFloat32> logConditional(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.math.add(logRatio(tf, x, y), logMarginalY(tf, y));
  }

  /** log p(y_j | x_i) of all pairs: [n, m], row = x and column = y. */
  default Operand<TFloat32> logConditionalMatrix(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.math.add(
        logRatioMatrix(tf, x, y), tf.expandDims(logMarginalY(tf, y), tf.constant(-2)));
  }
}
