package org.steadymi.datasets;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/**
 * The densities of componentwise correlated normal vectors. With z = y, or its cube root for the
 * cubic variant,
 *
 * <pre>log r = I − [ρ² (|x|² + |z|²) − 2 ρ x·z] / (2 (1 − ρ²)).</pre>
 *
 * @param mi I(X;Y), nats
 * @param rho ρ
 * @param cubic whether y = z³, whose density is that of z over 3 z²
 */
record GaussianDensities(double mi, double rho, boolean cubic) implements Densities {
  private static final float HALF_LOG_TWO_PI = (float) (Math.log(2 * Math.PI) / 2);

  @Override
  public Operand<TFloat32> logMarginalX(Ops tf, Operand<TFloat32> x) {
    return standardNormal(tf, x);
  }

  @Override
  public Operand<TFloat32> logMarginalY(Ops tf, Operand<TFloat32> y) {
    Operand<TFloat32> z = latent(tf, y);
    Operand<TFloat32> normal = standardNormal(tf, z);
    return cubic
        ? tf.math.sub(normal, sum(tf, tf.math.log(tf.math.mul(tf.constant(3f), tf.math.square(z)))))
        : normal;
  }

  @Override
  public Operand<TFloat32> logRatio(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> z = latent(tf, y);
    Operand<TFloat32> squares = tf.math.add(squaredNorms(tf, x), squaredNorms(tf, z));
    return ratio(tf, sum(tf, tf.math.mul(x, z)), squares);
  }

  @Override
  public Operand<TFloat32> logRatioMatrix(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> z = latent(tf, y);
    Operand<TFloat32> products =
        x.rank() == 2
            ? tf.linalg.matMul(x, z, MatMul.transposeB(true))
            : tf.train.batchMatMul(x, z, TFloat32.class, BatchMatMul.adjY(true));
    Operand<TFloat32> squares =
        tf.math.add(
            tf.expandDims(squaredNorms(tf, x), tf.constant(-1)),
            tf.expandDims(squaredNorms(tf, z), tf.constant(-2)));
    return ratio(tf, products, squares);
  }

  private Operand<TFloat32> ratio(Ops tf, Operand<TFloat32> products, Operand<TFloat32> squares) {
    double variance = 1 - rho * rho;
    Operand<TFloat32> productWeight = tf.constant((float) (rho / variance));
    Operand<TFloat32> squareWeight = tf.constant((float) (rho * rho / (2 * variance)));
    return tf.math.add(
        tf.constant((float) mi),
        tf.math.sub(tf.math.mul(productWeight, products), tf.math.mul(squareWeight, squares)));
  }

  /** z behind y. */
  private Operand<TFloat32> latent(Ops tf, Operand<TFloat32> y) {
    return cubic
        ? tf.math.mul(
            tf.math.sign(y), tf.math.pow(tf.math.abs(y), tf.constant((float) (1.0 / 3.0))))
        : y;
  }

  private static Operand<TFloat32> standardNormal(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> half = tf.math.mul(tf.constant(0.5f), tf.math.square(rows));
    return tf.math.neg(sum(tf, tf.math.add(half, tf.constant(HALF_LOG_TWO_PI))));
  }

  private static Operand<TFloat32> squaredNorms(Ops tf, Operand<TFloat32> rows) {
    return sum(tf, tf.math.square(rows));
  }

  private static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> rows) {
    return tf.reduceSum(rows, tf.constant(-1));
  }
}
