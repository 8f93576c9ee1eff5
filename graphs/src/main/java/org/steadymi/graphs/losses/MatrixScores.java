package org.steadymi.graphs.losses;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Row = x, column = y: joint pairs on the diagonal, the K(K−1) others are draws from the product of
 * the marginals.
 */
final class MatrixScores implements Scores {
  private static final int[] PAIRS = {-2, -1};

  private final Operand<TFloat32> scores;
  private final int batch;

  MatrixScores(Operand<TFloat32> scores) {
    Shape shape = scores.shape();
    int rank = shape.numDimensions();
    if (rank < 2 || shape.get(rank - 1) != shape.get(rank - 2) || shape.get(rank - 1) < 2) {
      throw new IllegalArgumentException(
          "scores: expected a square matrix of at least 2 pairs, [K, K] or [R, K, K], found "
              + shape);
    }
    this.scores = scores;
    this.batch = (int) shape.get(rank - 1);
  }

  @Override
  public Layout layout() {
    return Layout.MATRIX;
  }

  @Override
  public Scores map(UnaryOperator<Operand<TFloat32>> f) {
    return new MatrixScores(f.apply(scores));
  }

  @Override
  public Operand<TFloat32> meanJoint(Ops tf) {
    return tf.math.mean(diagonal(tf), tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> meanMarginal(Ops tf) {
    return tf.math.div(
        tf.reduceSum(withoutDiagonal(tf), tf.constant(PAIRS)),
        tf.constant((float) marginalPairs()));
  }

  @Override
  public Operand<TFloat32> logMeanExpMarginal(Ops tf) {
    return Reductions.logMeanExp(tf, withoutDiagonalInSums(tf), marginalPairs(), PAIRS);
  }

  @Override
  public Operand<TFloat32> meanRowLogMeanExp(Ops tf) {
    return tf.math.mean(Reductions.logMeanExp(tf, scores, batch, -1), tf.constant(-1));
  }

  @Override
  public Scores transposed(Ops tf) {
    return new MatrixScores(
        scores.rank() == 2
            ? tf.linalg.transpose(scores, tf.array(1, 0))
            : tf.linalg.transpose(scores, tf.array(0, 2, 1)));
  }

  @Override
  public Scores leaveOneOut(Ops tf) {
    Operand<TFloat32> others = Reductions.logSumExpWithoutEach(tf, scores);
    return new MatrixScores(tf.math.sub(others, tf.constant((float) Math.log(batch - 1.0))));
  }

  @Override
  public Operand<TFloat32> maxMarginal(Ops tf) {
    return tf.reduceMax(withoutDiagonalInSums(tf), tf.constant(PAIRS));
  }

  @Override
  public Operand<TFloat32> maxAbs(Ops tf) {
    return Reductions.maxAbs(tf, scores, PAIRS);
  }

  /** The scores with 0 on the diagonal. */
  Operand<TFloat32> withoutDiagonal(Ops tf) {
    return tf.select(tf.constant(offDiagonal()), scores, tf.constant(0f));
  }

  /** The scores with −∞, or as good as that, on the diagonal. */
  Operand<TFloat32> withoutDiagonalInSums(Ops tf) {
    return tf.math.add(scores, tf.constant(diagonalMask()));
  }

  private double marginalPairs() {
    return (double) batch * (batch - 1);
  }

  /** [K, K] → [K]: every (K+1)-th entry of the flattened matrix. */
  private Operand<TFloat32> diagonal(Ops tf) {
    Shape shape = scores.shape();
    long[] flat = shape.take(shape.numDimensions() - 1).asArray();
    flat[flat.length - 1] = (long) batch * batch;
    int axes = flat.length;
    int[] begin = new int[axes];
    int[] end = new int[axes];
    int[] stride = new int[axes];
    for (int a = 0; a < axes; a++) {
      end[a] = (int) flat[a];
      stride[a] = 1;
    }
    stride[axes - 1] = batch + 1;
    return tf.stridedSlice(
        tf.reshape(scores, tf.constant(flat)),
        tf.constant(begin),
        tf.constant(end),
        tf.constant(stride));
  }

  private float[][] diagonalMask() {
    float[][] mask = new float[batch][batch];
    for (int i = 0; i < batch; i++) {
      mask[i][i] = Reductions.MASKED;
    }
    return mask;
  }

  private boolean[][] offDiagonal() {
    boolean[][] off = new boolean[batch][batch];
    for (int i = 0; i < batch; i++) {
      Arrays.fill(off[i], true);
      off[i][i] = false;
    }
    return off;
  }
}
