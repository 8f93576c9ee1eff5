package org.steadymi.graphs.losses;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * 1 + J − M, the bound of Barber and Agakov made tractable with the baseline a(y) = 1, as Choi and
 * Lee use it.
 *
 * <p>Poole et al., On Variational Bounds of Mutual Information, ICML 2019, eq. 8, arXiv:1905.06922.
 *
 * @param clip limit on |T| in both terms; infinite for none
 */
public record Tuba(double clip) implements Bound {
  /** The bound itself, without clipping. */
  public Tuba() {
    this(Double.POSITIVE_INFINITY);
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    Scores s = t.clipped(tf, clip);
    Operand<TFloat32> contrast =
        tf.math.sub(s.meanJoint(tf), tf.math.exp(s.logMeanExpMarginal(tf)));
    return tf.math.add(contrast, tf.constant(1f));
  }

  @Override
  public Map<String, String> options() {
    return Double.isInfinite(clip) ? Map.of() : Map.of("clip", Double.toString(clip));
  }

  @Override
  public Properties properties() {
    return new Properties(
        "tuba",
        "TUBA, a(y) = 1",
        "1 + J − M",
        "1 + J − M",
        Properties.Side.LOWER_BOUND,
        Properties.Ceiling.NONE,
        Properties.Optimum.LOG_RATIO,
        false,
        "Poole et al. 2019, arXiv:1905.06922");
  }
}
