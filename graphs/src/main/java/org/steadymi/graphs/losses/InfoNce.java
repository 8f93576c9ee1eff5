package org.steadymi.graphs.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * mean_i [ T_ii − log mean_j e^{T_ij} ] ≤ log K, the diagonal included in the inner mean. On other
 * {@linkplain Layout layouts} it is at most the logarithm of the number of scores in a row.
 *
 * <p>van den Oord et al., Representation Learning with Contrastive Predictive Coding, 2018,
 * arXiv:1807.03748.
 */
public record InfoNce() implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return tf.math.sub(t.meanJoint(tf), t.meanRowLogMeanExp(tf));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "infonce",
            "InfoNCE",
            "log K + mean_i [ T_ii − log Σ_j e^T_ij ]",
            Properties.Side.LOWER_BOUND,
            "van den Oord et al. 2018, arXiv:1807.03748")
        .under("log K", Math::log)
        .invariantUnder(Properties.Freedom.FUNCTION_OF_X)
        .needing(Properties.Need.ROWS);
  }
}
