package org.steadymi.graphs.losses;

import java.util.Map;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.NormalConditional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * E[log q(x | y)] + h(X) = E_P[log q(x | y) / p(x)], with q(x | y) a normal density whose mean and
 * diagonal variance are learned functions of y. The critic that is given stands for −log p(x).
 *
 * <p>Barber and Agakov, The IM algorithm, NIPS 2003; Poole et al. 2019, sec. 2.1, arXiv:1905.06922.
 *
 * @param hidden width of the two hidden layers of q
 */
public record BarberAgakov(int hidden) implements Bound {
  @Override
  public Critic critic(Critic minusLogMarginal) {
    return new AugmentedCritic(
        minusLogMarginal,
        new NormalConditional(minusLogMarginal.xSize(), minusLogMarginal.ySize(), hidden));
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return t.meanJoint(tf);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("hidden", Integer.toString(hidden));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "ba",
            "BA (Barber–Agakov)",
            "E_P[log q(x | y)] + h(X)",
            Properties.Side.LOWER_BOUND,
            "Barber, Agakov 2003; Poole et al. 2019, arXiv:1905.06922")
        .needing(Properties.Need.MARGINAL);
  }
}
