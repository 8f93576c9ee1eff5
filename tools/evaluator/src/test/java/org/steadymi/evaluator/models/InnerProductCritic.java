package org.steadymi.evaluator.models;

import java.util.List;
import java.util.Optional;
import org.steadymi.savedmodels.ExportableCritic;
import org.steadymi.savedmodels.Weight;
import org.steadymi.savedmodels.Weights;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** T = w ⟨x, y⟩ with w = 0.01, and w x as the features of x. */
public record InnerProductCritic(int size) implements ExportableCritic {
  private static final String WEIGHT = "w";

  @Override
  public int xSize() {
    return size;
  }

  @Override
  public int ySize() {
    return size;
  }

  @Override
  public List<Weight> weights() {
    return List.of(new Weight(WEIGHT, Shape.scalar(), new float[] {0.01f}));
  }

  @Override
  public Operand<TFloat32> score(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.linalg.tensorDiagPart(scoreMatrix(tf, weights, x, y));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.math.mul(weights.get(WEIGHT), tf.linalg.matMul(x, y, MatMul.transposeB(true)));
  }

  @Override
  public Optional<Operand<TFloat32>> encodeX(Ops tf, Weights weights, Operand<TFloat32> x) {
    return Optional.of(tf.math.mul(weights.get(WEIGHT), x));
  }
}
