package org.steadymi.graphs.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * J − mean_j log mean_{i≠j} e^{T_ij}, the unnormalised bound of Barber and Agakov with its
 * partition function Z(y) = E_x[e^T] taken from the other x of the batch. A lower bound for exact
 * expectations; on a batch the logarithm of the sample mean makes it too large.
 *
 * <p>Poole et al. 2019, sec. 2.2, arXiv:1905.06922.
 */
public record Uba() implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return tf.math.sub(t.meanJoint(tf), t.leaveOneOut(tf).meanJoint(tf));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "uba",
            "UBA (unnormalised Barber–Agakov)",
            "J − mean_j log mean_{i≠j} e^T_ij",
            Properties.Side.LOWER_BOUND_IN_THE_LIMIT,
            "Poole et al. 2019, arXiv:1905.06922")
        .invariantUnder(Properties.Freedom.FUNCTION_OF_Y)
        .needing(Properties.Need.MATRIX);
  }
}
