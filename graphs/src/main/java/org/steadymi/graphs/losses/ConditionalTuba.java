package org.steadymi.graphs.losses;

import java.util.Map;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.LearnedBaseline;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * 1 + E_P[log p(y | x) / q(y)] − E_Q[p(y | x) / q(y)], NWJ for a known conditional density: only
 * the unnormalised q(y) is learned.
 *
 * <p>Poole et al. 2019, sec. 2.5, arXiv:1905.06922.
 *
 * @param hidden width of the layers of q
 */
public record ConditionalTuba(int hidden) implements Bound {
  @Override
  public Critic critic(Critic logConditional) {
    return new AugmentedCritic(logConditional, new LearnedBaseline(logConditional.ySize(), hidden));
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return new Tuba(1).value(tf, t);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("hidden", Integer.toString(hidden));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "tnwj",
            "NWJ with known p(y | x)",
            "1 + E_P[log p(y | x)/q(y)] − E_Q[p(y | x)/q(y)]",
            Properties.Side.LOWER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .weighing(Properties.Weighting.EXPONENTIAL)
        .needing(Properties.Need.CONDITIONAL)
        .needing(Properties.Need.BASELINE);
  }
}
