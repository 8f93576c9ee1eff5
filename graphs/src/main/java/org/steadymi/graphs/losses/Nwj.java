package org.steadymi.graphs.losses;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * J − M/e, the bound of Nguyen, Wainwright and Jordan, also known as MINE-f and as the KL form of
 * f-GAN.
 *
 * <p>Nguyen, Wainwright, Jordan, IEEE Trans. Inf. Theory 56(11), 2010,
 * doi:10.1109/TIT.2010.2068870; Nowozin et al. 2016, arXiv:1606.00709.
 *
 * @param clip limit on |T| in both terms; infinite for none
 */
public record Nwj(double clip) implements Bound {
  /** The bound itself, without clipping. */
  public Nwj() {
    this(Double.POSITIVE_INFINITY);
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    Scores s = t.clipped(tf, clip);
    Operand<TFloat32> marginal =
        tf.math.exp(tf.math.sub(s.logMeanExpMarginal(tf), tf.constant(1f)));
    return tf.math.sub(s.meanJoint(tf), marginal);
  }

  @Override
  public Map<String, String> options() {
    return Double.isInfinite(clip) ? Map.of() : Map.of("clip", Double.toString(clip));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "nwj",
            "NWJ (MINE-f, f-GAN KL)",
            "J − M/e",
            Properties.Side.LOWER_BOUND,
            "Nguyen, Wainwright, Jordan 2010, doi:10.1109/TIT.2010.2068870")
        .bestAt(Properties.Optimum.at(1))
        .weighing(Properties.Weighting.EXPONENTIAL);
  }
}
