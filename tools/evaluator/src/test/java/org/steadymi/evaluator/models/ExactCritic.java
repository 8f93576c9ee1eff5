package org.steadymi.evaluator.models;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.Gaussian;
import org.steadymi.savedmodels.ExportableCritic;
import org.steadymi.savedmodels.Weight;
import org.steadymi.savedmodels.Weights;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The optimal critic of a Gaussian as a model on disk, plus a weight that is a constant shift;
 * where told so, with an encoder that doubles x.
 */
public record ExactCritic(Gaussian source, float shift, boolean encoder)
    implements ExportableCritic {
  private static final String SHIFT = "shift";

  @Override
  public int xSize() {
    return source.xSize();
  }

  @Override
  public int ySize() {
    return source.ySize();
  }

  @Override
  public List<Weight> weights() {
    return List.of(new Weight(SHIFT, Shape.scalar(), new float[] {shift}));
  }

  @Override
  public Operand<TFloat32> score(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.linalg.tensorDiagPart(scoreMatrix(tf, weights, x, y));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.math.add(
        source.densities().orElseThrow().logRatioMatrix(tf, x, y), weights.get(SHIFT));
  }

  @Override
  public Optional<Operand<TFloat32>> encodeX(Ops tf, Weights weights, Operand<TFloat32> x) {
    return encoder ? Optional.of(tf.math.add(x, x)) : Optional.empty();
  }
}
