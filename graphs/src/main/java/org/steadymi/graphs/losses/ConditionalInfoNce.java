package org.steadymi.graphs.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * mean_i log [ p(y_i | x_i) / mean_j p(y_i | x_j) ] ≤ log K: InfoNCE with the known density in the
 * place of a critic. Here T = log p(y | x), and each y is compared with all x.
 *
 * <p>Poole et al. 2019, sec. 2.5, arXiv:1905.06922.
 */
public record ConditionalInfoNce() implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return new InfoNce().value(tf, t.transposed(tf));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "tnce",
            "InfoNCE with known p(y | x)",
            "mean_i log [ p(y_i | x_i) / mean_j p(y_i | x_j) ]",
            Properties.Side.LOWER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .under("log K", Math::log)
        .invariantUnder(Properties.Freedom.FUNCTION_OF_Y)
        .needing(Properties.Need.MATRIX)
        .needing(Properties.Need.CONDITIONAL);
  }
}
