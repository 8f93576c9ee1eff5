package org.steadymi.graphs.losses;

import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.NormalMarginal;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * E_x KL(p(y | x), q(y)) = E_P[log p(y | x) / q(y)], the rate: an upper bound for a known
 * conditional density, with q(y) a learned diagonal normal density. Training makes it small.
 *
 * <p>Poole et al. 2019, sec. 2.1, arXiv:1905.06922.
 */
public record Rate() implements Bound {
  @Override
  public Critic critic(Critic logConditional) {
    return new AugmentedCritic(logConditional, new NormalMarginal(logConditional.ySize()));
  }

  @Override
  public Operand<TFloat32> objective(Ops tf, Scores t) {
    return tf.math.neg(t.meanJoint(tf));
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return t.meanJoint(tf);
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "rate",
            "rate (variational upper bound)",
            "E_P[log p(y | x)/q(y)]",
            Properties.Side.UPPER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .maximising("−E_P[log p(y | x)/q(y)]")
        .needing(Properties.Need.CONDITIONAL);
  }
}
