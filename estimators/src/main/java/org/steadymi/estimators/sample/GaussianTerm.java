package org.steadymi.estimators.sample;

import java.util.List;
import org.steadymi.estimators.baselines.GaussianLogRatio;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.critics.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The log density ratio of a fitted normal distribution, added to a critic: T(x, y) = I + uᵀAu +
 * vᵀBv + 2uᵀCv with u and v the standardised x and y, nats. Constants of the graph, nothing to
 * learn.
 *
 * @param ratio what was fitted
 */
record GaussianTerm(GaussianLogRatio ratio) implements AugmentedCritic.Term {
  @Override
  public String kind() {
    return "gaussian";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operand<TFloat32> aligned(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Side u = u(tf, x);
    Side v = v(tf, y);
    Operand<TFloat32> cross =
        tf.reduceSum(tf.math.mul(u.times(block(0, xWidth(), xWidth(), width())), v.values), last(tf));
    return tf.math.add(tf.math.add(u.ownTerm(0), v.ownTerm(xWidth())), doubledPlusMean(tf, cross));
  }

  @Override
  public Operand<TFloat32> allPairs(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Side u = u(tf, x);
    Side v = v(tf, y);
    Operand<TFloat32> cross =
        tf.linalg.matMul(
            u.times(block(0, xWidth(), xWidth(), width())), v.values, MatMul.transposeB(true));
    Operand<TFloat32> own =
        tf.math.add(
            tf.expandDims(u.ownTerm(0), tf.constant(1)),
            tf.expandDims(v.ownTerm(xWidth()), tf.constant(0)));
    return tf.math.add(own, doubledPlusMean(tf, cross));
  }

  private Operand<TFloat32> doubledPlusMean(Ops tf, Operand<TFloat32> cross) {
    return tf.math.add(
        tf.math.mul(cross, tf.constant(2f)), tf.constant((float) ratio.mutualInformation()));
  }

  private int xWidth() {
    return ratio.xWidth();
  }

  private int width() {
    return ratio.mean().length;
  }

  private Side u(Ops tf, Operand<TFloat32> x) {
    return Side.of(tf, this, x, 0, xWidth());
  }

  private Side v(Ops tf, Operand<TFloat32> y) {
    return Side.of(tf, this, y, xWidth(), width());
  }

  private static Operand<org.tensorflow.types.TInt32> last(Ops tf) {
    return tf.constant(-1);
  }

  /** Rows and columns of the quadratic form, [to - from, toColumn - fromColumn]. */
  private FloatNdArray block(int from, int to, int fromColumn, int toColumn) {
    FloatNdArray block = NdArrays.ofFloats(Shape.of(to - from, toColumn - fromColumn));
    for (int i = from; i < to; i++) {
      for (int j = fromColumn; j < toColumn; j++) {
        block.setFloat((float) ratio.form()[i][j], i - from, j - fromColumn);
      }
    }
    return block;
  }

  /** One side's standardised rows, [n, width]. */
  private record Side(Ops tf, GaussianTerm term, Operand<TFloat32> values) {
    static Side of(Ops tf, GaussianTerm term, Operand<TFloat32> raw, int from, int to) {
      float[] mean = new float[to - from];
      float[] scale = new float[to - from];
      for (int c = from; c < to; c++) {
        mean[c - from] = (float) term.ratio.mean()[c];
        scale[c - from] = (float) (1 / term.ratio.deviation()[c]);
      }
      return new Side(
          tf, term, tf.math.mul(tf.math.sub(raw, tf.constant(mean)), tf.constant(scale)));
    }

    /** The rows times a matrix. */
    Operand<TFloat32> times(FloatNdArray matrix) {
      return tf.linalg.matMul(values, tf.constant(matrix));
    }

    /** uᵀAu of each row, [n]; A begins at that row and column of the form. */
    Operand<TFloat32> ownTerm(int at) {
      int size = Math.toIntExact(values.shape().get(1));
      Operand<TFloat32> product = times(term.block(at, at + size, at, at + size));
      return tf.reduceSum(tf.math.mul(product, values), last(tf));
    }
  }
}
