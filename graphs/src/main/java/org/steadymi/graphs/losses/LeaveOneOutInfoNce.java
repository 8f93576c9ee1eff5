package org.steadymi.graphs.losses;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * mean_i T_ii − mean_{i≠j} log mean_{l≠j} e^{T_li} ≤ log(K−1): InfoNCE whose baseline for y_i
 * leaves out one of the other x, which is the {@linkplain Interpolated interpolated bound} at α =
 * 1.
 *
 * <p>Poole et al. 2019, sec. 2.3, arXiv:1905.06922.
 */
public record LeaveOneOutInfoNce() implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return tf.math.sub(t.meanJoint(tf), t.leaveOneOut(tf).meanMarginal(tf));
  }

  @Override
  public Map<String, String> options() {
    return Map.of("baseline", "leave one out");
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "infonce",
            "InfoNCE, leave one out",
            "mean_i T_ii − mean_{i≠j} log mean_{l≠j} e^T_li",
            Properties.Side.LOWER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .under("log(K − 1)", k -> Math.log(k - 1.0))
        .invariantUnder(Properties.Freedom.FUNCTION_OF_Y)
        .needing(Properties.Need.MATRIX);
  }
}
