package org.steadymi.graphs.losses;

import java.util.function.UnaryOperator;
import org.steadymi.graphs.losses.Properties.Need;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The critic's scores on one batch: samples of the joint distribution P and of the product of
 * marginals Q. A bound sees scores only through these means, so any {@linkplain Layout layout} of a
 * batch serves every bound that does not {@linkplain Loss#needs need} what the layout lacks.
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
   * K · C scores; the rows of {@link #meanRowLogMeanExp} run over the C classes. The marginal
   * scores contain the joint ones, so that J − log M and all bounds below it are at most log C.
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
   * pair in them. Nothing depends on T_ii, which may be any number or none.
   *
   * <p>What is estimated is KL(P, Q) = −log Σ_c p_c² for rows that determine their class, of
   * frequency p_c: log C where all classes are as frequent, and only there also I(X;Y) under P.
   *
   * @param scores T(x_i, x_j): [K, K], or [R, K, K]
   * @param labels the class of each row, one-hot, [K, C] or [R, K, C]; at least two rows share one,
   *     without which E_P is not a number
   */
  static Scores sameLabel(Ops tf, Operand<TFloat32> scores, Operand<TFloat32> labels) {
    return SameLabelScores.of(tf, scores, labels);
  }

  /** Where the scores stand. */
  Layout layout();

  /** The same batch with every score T replaced by f(T). */
  Scores map(UnaryOperator<Operand<TFloat32>> f);

  /** E_P[T]. */
  Operand<TFloat32> meanJoint(Ops tf);

  /** E_Q[T]. */
  Operand<TFloat32> meanMarginal(Ops tf);

  /** log E_Q[e^T]. */
  Operand<TFloat32> logMeanExpMarginal(Ops tf);

  /**
   * mean_i log mean_j e^{T_ij}: the log-mean-exp of each x against all y of the batch, averaged;
   * its own y is included in a matrix.
   *
   * @throws IllegalArgumentException if the batch has no such rows
   */
  default Operand<TFloat32> meanRowLogMeanExp(Ops tf) {
    throw layout().lacking(Need.ROWS);
  }

  /**
   * The batch with x and y in each other's places.
   *
   * @throws IllegalArgumentException if the batch is no matrix
   */
  default Scores transposed(Ops tf) {
    throw layout().lacking(Need.MATRIX);
  }

  /**
   * log mean_{l≠j} e^{T_li} in the place of T_ji: what is known of y_i from all x but x_j. On the
   * diagonal stand the log-mean-exps of each y against all x but its own.
   *
   * @throws IllegalArgumentException if the batch is no matrix
   */
  default Scores leaveOneOut(Ops tf) {
    throw layout().lacking(Need.MATRIX);
  }

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
