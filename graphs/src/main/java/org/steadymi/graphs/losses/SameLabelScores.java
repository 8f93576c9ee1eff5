package org.steadymi.graphs.losses;

import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/**
 * Rows of a batch among themselves: joint are the pairs i ≠ j of one class, marginal all pairs i ≠
 * j. A row with itself is no pair.
 */
final class SameLabelScores implements Scores {
  private static final int[] PAIRS = {-2, -1};

  /** With 0 on the diagonal, so that nothing of a row with itself enters any sum or gradient. */
  private final Operand<TFloat32> scores;

  /** 1 at the joint pairs, 0 elsewhere. */
  private final Operand<TFloat32> joint;

  private final MatrixScores all;

  private SameLabelScores(Operand<TFloat32> scores, Operand<TFloat32> joint) {
    this.scores = scores;
    this.joint = joint;
    this.all = new MatrixScores(scores);
  }

  static SameLabelScores of(Ops tf, Operand<TFloat32> scores, Operand<TFloat32> labels) {
    int rank = scores.rank();
    if (labels.rank() != rank || labels.shape().get(rank - 2) != scores.shape().get(rank - 2)) {
      throw new IllegalArgumentException(
          "scores: expected a score matrix [K, K] and one-hot labels [K, C], or [R, ·, ·], found "
              + scores.shape()
              + " and "
              + labels.shape());
    }
    Operand<TFloat32> sameLabel =
        tf.train.batchMatMul(labels, labels, TFloat32.class, BatchMatMul.adjY(true));
    return new SameLabelScores(
        new MatrixScores(scores).withoutDiagonal(tf),
        new MatrixScores(sameLabel).withoutDiagonal(tf));
  }

  @Override
  public Scores map(UnaryOperator<Operand<TFloat32>> f) {
    return new SameLabelScores(f.apply(scores), joint);
  }

  @Override
  public Operand<TFloat32> meanJoint(Ops tf) {
    return tf.math.div(
        tf.reduceSum(tf.math.mul(scores, joint), tf.constant(PAIRS)),
        tf.reduceSum(joint, tf.constant(PAIRS)));
  }

  @Override
  public Operand<TFloat32> meanMarginal(Ops tf) {
    return all.meanMarginal(tf);
  }

  @Override
  public Operand<TFloat32> logMeanExpMarginal(Ops tf) {
    return all.logMeanExpMarginal(tf);
  }

  /** Σ_i n_i log mean_{j≠i} e^{T_ij} / Σ_i n_i, with n_i the joint pairs of row i. */
  @Override
  public Operand<TFloat32> meanRowLogMeanExp(Ops tf) {
    double others = scores.shape().get(scores.rank() - 1) - 1.0;
    Operand<TFloat32> rows =
        Reductions.logMeanExp(tf, all.withoutDiagonalInSums(tf), others, -1); // [K]
    Operand<TFloat32> pairsOfRow = tf.reduceSum(joint, tf.constant(-1)); // [K]
    return tf.math.div(
        tf.reduceSum(tf.math.mul(rows, pairsOfRow), tf.constant(-1)),
        tf.reduceSum(pairsOfRow, tf.constant(-1)));
  }

  @Override
  public Scores transposed(Ops tf) {
    throw noAlignedPairs();
  }

  @Override
  public Scores leaveOneOut(Ops tf) {
    throw noAlignedPairs();
  }

  @Override
  public Operand<TFloat32> maxMarginal(Ops tf) {
    return all.maxMarginal(tf);
  }

  @Override
  public Operand<TFloat32> maxAbs(Ops tf) {
    return new MatrixScores(all.withoutDiagonal(tf)).maxAbs(tf);
  }

  private static IllegalArgumentException noAlignedPairs() {
    return new IllegalArgumentException(
        "scores: this bound needs aligned pairs, which rows paired by their class do not have;"
            + " use another loss");
  }
}
