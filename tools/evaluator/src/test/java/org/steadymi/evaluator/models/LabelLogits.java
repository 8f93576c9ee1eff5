package org.steadymi.evaluator.models;

import java.util.List;
import java.util.Random;
import org.steadymi.savedmodels.ExportableCritic;
import org.steadymi.savedmodels.Weight;
import org.steadymi.savedmodels.Weights;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** T(x, class) = ⟨w_class, x⟩ for a class as a one-hot y. */
public record LabelLogits(int xSize, int ySize) implements ExportableCritic {
  private static final String WEIGHT = "w";

  /** [xSize, ySize], row-major: normal numbers of a fixed seed. */
  public float[] matrix() {
    Random random = new Random(5);
    float[] matrix = new float[xSize * ySize];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) random.nextGaussian();
    }
    return matrix;
  }

  @Override
  public List<Weight> weights() {
    return List.of(new Weight(WEIGHT, Shape.of(xSize, ySize), matrix()));
  }

  @Override
  public Operand<TFloat32> score(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.reduceSum(tf.math.mul(tf.linalg.matMul(x, weights.get(WEIGHT)), y), tf.constant(1));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.linalg.matMul(tf.linalg.matMul(x, weights.get(WEIGHT)), y, MatMul.transposeB(true));
  }
}
