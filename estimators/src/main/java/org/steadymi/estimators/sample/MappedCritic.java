package org.steadymi.estimators.sample;

import java.util.List;
import java.util.Map;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.critics.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A critic of rows as they are in the table: T(a(x), b(y)).
 *
 * @param x a
 * @param y b
 * @param critic T
 */
record MappedCritic(RowMap x, RowMap y, Critic critic) implements Critic {
  @Override
  public int xSize() {
    return x.inputs();
  }

  @Override
  public int ySize() {
    return y.inputs();
  }

  @Override
  public String kind() {
    return critic.kind();
  }

  @Override
  public Map<String, String> options() {
    return critic.options();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return critic.parameters();
  }

  @Override
  public Operand<TFloat32> score(
      Ops tf, Parameters p, Operand<TFloat32> rowsOfX, Operand<TFloat32> rowsOfY) {
    return critic.score(tf, p, x.of(tf, rowsOfX), y.of(tf, rowsOfY));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> rowsOfX, Operand<TFloat32> rowsOfY) {
    return critic.scoreMatrix(tf, p, x.of(tf, rowsOfX), y.of(tf, rowsOfY));
  }
}
