package org.steadymi.graphs.losses;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * J − log M, the Donsker–Varadhan bound that MINE maximises. A lower bound for exact expectations;
 * the value of a finite batch is not one, since the logarithm of a sample mean is biased.
 *
 * <p>Belghazi et al., Mutual Information Neural Estimation, ICML 2018, eq. 5, arXiv:1801.04062.
 */
public record DonskerVaradhan() implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return tf.math.sub(t.meanJoint(tf), t.logMeanExpMarginal(tf));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "mine",
            "MINE (Donsker–Varadhan)",
            "J − log M",
            Properties.Side.LOWER_BOUND_IN_THE_LIMIT,
            "Belghazi et al. 2018, arXiv:1801.04062")
        .invariantUnder(Properties.Freedom.CONSTANT)
        .weighing(Properties.Weighting.EXPONENTIAL);
  }
}
