package org.steadymi.graphs.losses;

import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The critic's scores on one batch: samples of the joint distribution P and of the product of
 * marginals Q. A bound sees scores only through these means, so any layout of a batch serves every
 * bound.
 *
 * <p>All results have shape [] or, where R independent replicas are scored in one graph, [R].
 */
public interface Scores {
  /** A square matrix of scores, T_ij = T(x_i, y_j): shape [K, K] or [R, K, K]. */
  static Scores matrix(Operand<TFloat32> scores) {
    return new MatrixScores(scores);
  }

  /**
   * Scores of joint pairs and of separately drawn marginal pairs: shapes [n] and [m], or [R, n] and
   * [R, m].
   */
  static Scores separate(Operand<TFloat32> joint, Operand<TFloat32> marginal) {
    return new SeparateScores(joint, marginal);
  }

  /** The same batch with every score T replaced by f(T). */
  Scores map(UnaryOperator<Operand<TFloat32>> f);

  /** E_P[T]. */
  Operand<TFloat32> meanJoint(Ops tf);

  /** E_Q[T]. */
  Operand<TFloat32> meanMarginal(Ops tf);

  /** log E_Q[e^T]. */
  Operand<TFloat32> logMeanExpMarginal(Ops tf);

  /**
   * mean_i log mean_j e^{T_ij}: the log-mean-exp of each x against all y of the batch, its own
   * included, averaged.
   *
   * @throws IllegalArgumentException if the batch has no such rows
   */
  Operand<TFloat32> meanRowLogMeanExp(Ops tf);

  /** The largest |T| of the batch. */
  Operand<TFloat32> maxAbs(Ops tf);

  /** The same batch with scores limited to [−limit, limit]; unchanged if the limit is infinite. */
  default Scores clipped(Ops tf, double limit) {
    return Double.isInfinite(limit)
        ? this
        : map(t -> tf.clipByValue(t, tf.constant((float) -limit), tf.constant((float) limit)));
  }
}
