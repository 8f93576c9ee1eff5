package org.steadymi.graphs.losses;

import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Rows of a batch among themselves: joint are the pairs i ≠ j of one class, marginal all pairs i ≠
 * j. A row with itself is no pair: its score, which is |f(x)|² where the critic is f(x)·f(x'), is
 * replaced before anything is computed.
 */
final class SameLabelScores implements Scores {
  private static final int[] PAIRS = {-2, -1};

  private final MatrixScores all;
  private final Operand<TFloat32> scores;

  /** Which pairs are joint: none on the diagonal. */
  private final Operand<TBool> joint;

  /** n_i, the number of joint pairs in each row. */
  private final Operand<TFloat32> pairs;

  private SameLabelScores(Operand<TFloat32> scores, Operand<TBool> joint, Operand<TFloat32> pairs) {
    this.all = new MatrixScores(scores);
    this.scores = scores;
    this.joint = joint;
    this.pairs = pairs;
  }

  static SameLabelScores of(Ops tf, Operand<TFloat32> scores, Operand<TFloat32> labels) {
    Operand<TFloat32> apart = new MatrixScores(scores).withoutDiagonal(tf);
    int rows = scores.rank() - 1;
    if (labels.rank() != scores.rank()
        || !labels.shape().take(rows).equals(scores.shape().take(rows))) {
      throw new IllegalArgumentException(
          "scores: expected a score matrix [K, K] and one-hot labels [K, C], or [R, K, K] and [R, K, C], found "
              + scores.shape()
              + " and "
              + labels.shape());
    }
    Operand<TFloat32> sameLabel =
        new MatrixScores(
                tf.train.batchMatMul(labels, labels, TFloat32.class, BatchMatMul.adjY(true)))
            .withoutDiagonal(tf);
    return new SameLabelScores(
        apart,
        tf.math.greater(sameLabel, tf.constant(0.5f)),
        tf.reduceSum(sameLabel, tf.constant(-1)));
  }

  @Override
  public Layout layout() {
    return Layout.SAME_LABEL;
  }

  @Override
  public Scores map(UnaryOperator<Operand<TFloat32>> f) {
    return new SameLabelScores(f.apply(scores), joint, pairs);
  }

  @Override
  public Operand<TFloat32> meanJoint(Ops tf) {
    return perPair(tf, tf.reduceSum(tf.select(joint, scores, tf.constant(0f)), tf.constant(PAIRS)));
  }

  @Override
  public Operand<TFloat32> meanMarginal(Ops tf) {
    return all.meanMarginal(tf);
  }

  @Override
  public Operand<TFloat32> logMeanExpMarginal(Ops tf) {
    return all.logMeanExpMarginal(tf);
  }

  /** Σ_i n_i log mean_{j≠i} e^{T_ij} / Σ_i n_i. */
  @Override
  public Operand<TFloat32> meanRowLogMeanExp(Ops tf) {
    double others = scores.shape().get(scores.rank() - 1) - 1.0;
    Operand<TFloat32> rows =
        Reductions.logMeanExp(tf, all.withoutDiagonalInSums(tf), others, -1); // [K]
    return perPair(tf, tf.reduceSum(tf.math.mul(rows, pairs), tf.constant(-1)));
  }

  @Override
  public Operand<TFloat32> maxMarginal(Ops tf) {
    return all.maxMarginal(tf);
  }

  @Override
  public Operand<TFloat32> maxAbs(Ops tf) {
    return Reductions.maxAbs(tf, all.withoutDiagonal(tf), PAIRS);
  }

  /** Divided by the number of joint pairs. */
  private Operand<TFloat32> perPair(Ops tf, Operand<TFloat32> sum) {
    return tf.math.div(sum, tf.reduceSum(pairs, tf.constant(-1)));
  }
}
