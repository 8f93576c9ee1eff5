package org.steadymi.graphs.critics;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** T(x, y) = xᵀ W y. */
public final class BilinearCritic implements Critic {
  private final int xSize;
  private final int ySize;
  private final Dense map;

  /** A critic for rows of the given widths. */
  public BilinearCritic(int xSize, int ySize) {
    Widths.requireSides("bilinear critic", xSize, ySize);
    this.xSize = xSize;
    this.ySize = ySize;
    this.map = new Dense("bilinear", xSize, ySize, false);
  }

  @Override
  public int xSize() {
    return xSize;
  }

  @Override
  public int ySize() {
    return ySize;
  }

  @Override
  public String kind() {
    return "bilinear";
  }

  @Override
  public Map<String, String> options() {
    return Map.of();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return map.parameters();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.reduceSum(tf.math.mul(map.apply(tf, p, x), y), tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return Dense.productTransposed(tf, map.apply(tf, p, x), y);
  }
}
