package org.steadymi.graphs.losses;

import java.util.Map;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.LearnedBaseline;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * TUBA with a learned baseline a(y), a network with two hidden layers. What is trained, judged and
 * exported is T(x, y) − log a(y), on which TUBA has the baseline 1.
 *
 * <p>Poole et al. 2019, sec. 2.2, arXiv:1905.06922.
 *
 * @param hidden width of the baseline's layers
 */
public record LearnedTuba(int hidden) implements Bound {
  @Override
  public Critic critic(Critic given) {
    return new AugmentedCritic(given, new LearnedBaseline(given.ySize(), hidden));
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return new Tuba(1).value(tf, t);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("baseline", "learned", "hidden", Integer.toString(hidden));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "tuba",
            "TUBA, learned a(y)",
            "1 + mean_i [ T_ii − log a(y_i) ] − mean_{i≠j} [ e^T_ij / a(y_j) ]",
            Properties.Side.LOWER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .weighing(Properties.Weighting.EXPONENTIAL)
        .needing(Properties.Need.BASELINE);
  }
}
