package org.steadymi.graphs.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * mean_i [ log p(y_i | x_i) − log mean_{j≠i} p(y_i | x_j) ], an upper bound for a known conditional
 * density: the mean over the other x stands for p(y), and its logarithm is too small on average.
 *
 * <p>Poole et al. 2019, sec. 2.5, arXiv:1905.06922.
 */
public record LeaveOneOutUpper() implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return new Uba().value(tf, t);
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "loo",
            "leave-one-out upper bound",
            "mean_i [ log p(y_i | x_i) − log mean_{j≠i} p(y_i | x_j) ]",
            Properties.Side.UPPER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .invariantUnder(Properties.Freedom.FUNCTION_OF_Y)
        .needing(Properties.Need.MATRIX)
        .needing(Properties.Need.CONDITIONAL);
  }
}
