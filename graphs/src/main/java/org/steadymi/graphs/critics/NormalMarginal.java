package org.steadymi.graphs.critics;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** −log q(y), with q a normal density of diagonal covariance. */
public final class NormalMarginal implements AugmentedCritic.Term {
  private static final String MEAN = "/mean";
  private static final String LOG_DEVIATION = "/log_deviation";

  private final int ySize;

  /**
   * A density of rows y.
   *
   * @param ySize width of y
   */
  public NormalMarginal(int ySize) {
    this.ySize = ySize;
  }

  @Override
  public String kind() {
    return "marginal";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.constant(kind() + MEAN, Shape.of(ySize), 0),
        ParameterSpec.constant(kind() + LOG_DEVIATION, Shape.of(ySize), 0));
  }

  @Override
  public Operand<TFloat32> aligned(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> logDeviation = perRow(tf, p.get(kind() + LOG_DEVIATION));
    Operand<TFloat32> offset = tf.math.sub(y, perRow(tf, p.get(kind() + MEAN)));
    return tf.math.neg(Normal.logDensity(tf, offset, logDeviation));
  }

  @Override
  public Operand<TFloat32> allPairs(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.expandDims(aligned(tf, p, x, y), tf.constant(-2)); // [1, m]
  }

  /** [d] to [1, d], [R, d] to [R, 1, d]. */
  private static Operand<TFloat32> perRow(Ops tf, Operand<TFloat32> parameter) {
    return tf.expandDims(parameter, tf.constant(-2));
  }
}
