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

  /**
   * Scores of rows against all classes: joint are each row's score with its own class, marginal all
   * K · C scores; the rows of {@link #meanRowLogMeanExp} run over the C classes.
   *
   * @param scores T(x_i, c): [K, C], or [R, K, C]
   * @param labels the class of each row, one-hot, of the shape of the scores
   */
  static Scores labelled(Operand<TFloat32> scores, Operand<TFloat32> labels) {
    return new LabelScores(scores, labels);
  }

  /**
   * Scores of rows among themselves: joint are the pairs i ≠ j of one class, marginal all pairs i ≠
   * j; the rows of {@link #meanRowLogMeanExp} leave their own x out and count once for each joint
   * pair in them.
   *
   * @param scores T(x_i, x_j): [K, K], or [R, K, K]
   * @param labels the class of each row, one-hot, [K, C] or [R, K, C]; at least two rows share one
   */
  static Scores sameLabel(Ops tf, Operand<TFloat32> scores, Operand<TFloat32> labels) {
    return SameLabelScores.of(tf, scores, labels);
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

  /**
   * The batch with x and y in each other's places.
   *
   * @throws IllegalArgumentException if the batch is no matrix
   */
  Scores transposed(Ops tf);

  /**
   * log mean_{l≠j} e^{T_li} in the place of T_ji: what is known of y_i from all x but x_j. On the
   * diagonal stand the log-mean-exps of each y against all x but its own.
   *
   * @throws IllegalArgumentException if the batch is no matrix
   */
  Scores leaveOneOut(Ops tf);

  /** The largest score of a marginal pair. */
  Operand<TFloat32> maxMarginal(Ops tf);

  /**
   * log M̄, the logarithm of a moving average of M over the training steps.
   *
   * @throws IllegalStateException if none was given
   */
  default Operand<TFloat32> logAverage() {
    throw new IllegalStateException("scores: this batch comes without a moving average of M");
  }

  /** The same batch with log M̄: shape [] or [R]. */
  default Scores withLogAverage(Operand<TFloat32> logAverage) {
    return new AveragedScores(this, logAverage);
  }

  /** The largest |T| of the batch. */
  Operand<TFloat32> maxAbs(Ops tf);

  /** The same batch with scores limited to [−limit, limit]; unchanged if the limit is infinite. */
  default Scores clipped(Ops tf, double limit) {
    return Double.isInfinite(limit)
        ? this
        : map(t -> tf.clipByValue(t, tf.constant((float) -limit), tf.constant((float) limit)));
  }
}
