package org.steadymi.estimators;

import java.util.List;
import java.util.Optional;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.savedmodels.ExportableCritic;
import org.steadymi.savedmodels.Weight;
import org.steadymi.savedmodels.Weights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A critic with the parameters it was left with, ready for export. */
record TrainedCritic(Critic critic, List<Weight> weights) implements ExportableCritic {
  /** The critic with its parameters in one vector [size]. */
  static TrainedCritic of(Critic critic, float[] parameters) {
    List<Weight> weights =
        new ParameterLayout(critic.parameters())
            .split(parameters).entrySet().stream()
                .map(e -> new Weight(e.getKey().name(), e.getKey().shape(), e.getValue()))
                .toList();
    return new TrainedCritic(critic, weights);
  }

  @Override
  public int xSize() {
    return critic.xSize();
  }

  @Override
  public int ySize() {
    return critic.ySize();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Weights w, Operand<TFloat32> x, Operand<TFloat32> y) {
    return critic.score(tf, w::get, x, y);
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Weights w, Operand<TFloat32> x, Operand<TFloat32> y) {
    return critic.scoreMatrix(tf, w::get, x, y);
  }

  @Override
  public Optional<Operand<TFloat32>> encodeX(Ops tf, Weights w, Operand<TFloat32> x) {
    return critic.encoders().map(e -> e.encodeX(tf, w::get, x));
  }

  @Override
  public Optional<Operand<TFloat32>> encodeY(Ops tf, Weights w, Operand<TFloat32> y) {
    return critic.encoders().map(e -> e.encodeY(tf, w::get, y));
  }
}
