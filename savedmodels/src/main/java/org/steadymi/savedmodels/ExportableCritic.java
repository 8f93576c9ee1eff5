package org.steadymi.savedmodels;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A critic as export needs it: its weights, and the operations on them. Implemented by training
 * code. Row i of x and row i of y form a pair; scores are in nats.
 */
public interface ExportableCritic {

  /** Values per row of x, dx. */
  int xSize();

  /** Values per row of y, dy. */
  int ySize();

  /** Every weight that the methods below ask for, and no other. */
  List<Weight> weights();

  /**
   * Scores of aligned pairs.
   *
   * @param x [n, dx]
   * @param y [n, dy]
   * @return T(x_i, y_i), [n]
   */
  Operand<TFloat32> score(Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y);

  /**
   * Scores of all pairs.
   *
   * @param x [n, dx]
   * @param y [m, dy]
   * @return T(x_i, y_j) at row i and column j, [n, m]
   */
  Operand<TFloat32> scoreMatrix(Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y);

  /**
   * Features of x, where the critic has an encoder of x.
   *
   * @param x [n, dx]
   * @return [n, features]
   */
  default Optional<Operand<TFloat32>> encodeX(Ops tf, Weights weights, Operand<TFloat32> x) {
    return Optional.empty();
  }

  /**
   * Features of y, where the critic has an encoder of y.
   *
   * @param y [n, dy]
   * @return [n, features]
   */
  default Optional<Operand<TFloat32>> encodeY(Ops tf, Weights weights, Operand<TFloat32> y) {
    return Optional.empty();
  }
}
