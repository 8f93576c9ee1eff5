package org.steadymi.graphs.critics;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * log q(x | y), with q a normal density whose mean and diagonal standard deviation are networks of
 * y with two hidden layers.
 */
public final class NormalConditional implements AugmentedCritic.Term {
  private static final int LAYERS = 2;

  private final Mlp mean;
  private final Mlp logDeviation;

  /**
   * A density of rows x given rows y.
   *
   * @param hidden width of the hidden layers
   */
  public NormalConditional(int xSize, int ySize, int hidden) {
    Widths.require("conditional density", "hidden", hidden);
    this.mean = Mlp.of(kind() + "/mean", true, Widths.of(ySize, hidden, LAYERS, xSize));
    this.logDeviation =
        Mlp.of(kind() + "/log_deviation", true, Widths.of(ySize, hidden, LAYERS, xSize));
  }

  @Override
  public String kind() {
    return "conditional";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return Stream.of(mean, logDeviation).flatMap(net -> net.parameters().stream()).toList();
  }

  @Override
  public Operand<TFloat32> aligned(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> offset = tf.math.sub(x, mean.apply(tf, p, y));
    return Normal.logDensity(tf, offset, logDeviation.apply(tf, p, y));
  }

  @Override
  public Operand<TFloat32> allPairs(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> rows = tf.expandDims(x, tf.constant(-2)); // [n, 1, xSize]
    Operand<TFloat32> means = tf.expandDims(mean.apply(tf, p, y), tf.constant(-3)); // [1, m, xSize]
    Operand<TFloat32> deviations = tf.expandDims(logDeviation.apply(tf, p, y), tf.constant(-3));
    return Normal.logDensity(tf, tf.math.sub(rows, means), deviations);
  }
}
