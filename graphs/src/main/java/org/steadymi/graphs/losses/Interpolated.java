package org.steadymi.graphs.losses;

import java.util.Map;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.LearnedBaseline;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * I_α, between TUBA (α = 0) and InfoNCE (α = 1): TUBA whose baseline mixes what the batch knows of
 * y with a density,
 *
 * <pre>a(y; x_≠j) = α mean_{l≠j} e^{T(x_l, y)} + (1 − α) q(y),
 * 1 + mean_{i≠j} [ T_ii − log a(y_i; x_≠j) ] − mean_{i≠j} [ e^{T_ij} / a(y_j; x_≠j) ].</pre>
 *
 * <p>The critic that is trained is T(x, y) − log q(y), on which q is 1.
 *
 * <p>Poole et al. 2019, sec. 2.4, arXiv:1905.06922.
 *
 * @param alpha α in [0, 1]
 * @param hidden width of the layers of a learned q(y); 0 for q(y) = 1
 */
public record Interpolated(double alpha, int hidden) implements Bound {
  @Override
  public Critic critic(Critic given) {
    return hidden == 0
        ? given
        : new AugmentedCritic(given, new LearnedBaseline(given.ySize(), hidden));
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    if (alpha == 0) {
      return new Tuba(1).value(tf, t);
    }
    Scores others = t.leaveOneOut(tf); // log mean_{l≠j} e^T_li at [j, i]
    Operand<TFloat32> joint =
        tf.math.sub(t.meanJoint(tf), others.map(m -> logBaseline(tf, m)).meanMarginal(tf));
    Scores contrast = others.map(m -> tf.math.exp(tf.math.sub(m, logBaseline(tf, m))));
    return tf.math.add(tf.math.sub(joint, contrast.meanJoint(tf)), tf.constant(1f));
  }

  /** log(α e^m + 1 − α). */
  private Operand<TFloat32> logBaseline(Ops tf, Operand<TFloat32> m) {
    if (alpha == 1) {
      return m;
    }
    Operand<TFloat32> floor = tf.constant((float) Math.log1p(-alpha));
    Operand<TFloat32> odds = tf.constant((float) (Math.log(alpha) - Math.log1p(-alpha)));
    return tf.math.add(floor, tf.math.softplus(tf.math.add(m, odds)));
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "alpha", Double.toString(alpha), "q", hidden == 0 ? "1" : "learned, hidden " + hidden);
  }

  @Override
  public Properties properties() {
    Properties all =
        Properties.of(
                "ialpha",
                "I_α, interpolated",
                "1 + mean_{i≠j} [ T_ii − log a(y_i; x_≠j) ] − mean_{i≠j} [ e^T_ij / a(y_j; x_≠j) ]",
                Properties.Side.LOWER_BOUND,
                "Poole et al. 2019, arXiv:1905.06922")
            .needing(Properties.Need.MATRIX);
    Properties based = hidden == 0 ? all : all.needing(Properties.Need.BASELINE);
    if (alpha == 1) {
      return based
          .under("log(K − 1)", k -> Math.log(k - 1.0))
          .invariantUnder(Properties.Freedom.FUNCTION_OF_Y);
    }
    return alpha == 0
        ? based
        : based.under("1 + log((K − 1)/α)", k -> 1 + Math.log((k - 1) / alpha));
  }
}
