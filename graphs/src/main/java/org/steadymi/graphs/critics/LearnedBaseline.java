package org.steadymi.graphs.critics;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** −log a(y), a network with two hidden layers and ReLU. */
public final class LearnedBaseline implements AugmentedCritic.Term {
  private static final int LAYERS = 2;

  private final Mlp minusLogA;

  /**
   * A baseline for rows y.
   *
   * @param ySize width of y
   * @param hidden width of the hidden layers
   */
  public LearnedBaseline(int ySize, int hidden) {
    Widths.require("baseline", "hidden", hidden);
    this.minusLogA = Mlp.of(kind(), true, Widths.of(ySize, hidden, LAYERS, 1));
  }

  @Override
  public String kind() {
    return "baseline";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return minusLogA.parameters();
  }

  @Override
  public Operand<TFloat32> aligned(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.squeeze(minusLogA.apply(tf, p, y), Squeeze.axis(List.of(-1L)));
  }

  @Override
  public Operand<TFloat32> allPairs(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.expandDims(aligned(tf, p, x, y), tf.constant(-2)); // [1, m]
  }
}
