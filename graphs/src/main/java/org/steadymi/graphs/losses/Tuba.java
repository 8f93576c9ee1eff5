package org.steadymi.graphs.losses;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * J − log a + 1 − M/a, the bound of Barber and Agakov made tractable with a baseline a(y) = a. Choi
 * and Lee use a = 1; a = e is NWJ.
 *
 * <p>Poole et al., On Variational Bounds of Mutual Information, ICML 2019, sec. 2.2,
 * arXiv:1905.06922.
 *
 * @param a the baseline, above 0
 * @param clip limit on |T| in both terms; infinite for none
 */
public record Tuba(double a, double clip) implements Bound {
  /** The bound itself, without clipping. */
  public Tuba(double a) {
    this(a, Double.POSITIVE_INFINITY);
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return withBaseline(tf, t.clipped(tf, clip), tf.constant((float) Math.log(a)));
  }

  /** 1 + J − log a − M/a. */
  static Operand<TFloat32> withBaseline(Ops tf, Scores t, Operand<TFloat32> logA) {
    Operand<TFloat32> joint = tf.math.sub(t.meanJoint(tf), logA);
    Operand<TFloat32> marginal = tf.math.exp(tf.math.sub(t.logMeanExpMarginal(tf), logA));
    return tf.math.add(tf.math.sub(joint, marginal), tf.constant(1f));
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("a", Double.toString(a));
    if (!Double.isInfinite(clip)) {
      options.put("clip", Double.toString(clip));
    }
    return options;
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "tuba",
            "TUBA, a(y) = " + Settings.text(a),
            a == 1 ? "1 + J − M" : "1 + J − log a − M/a",
            Properties.Side.LOWER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .bestAt(Properties.Optimum.at(Math.log(a)))
        .weighing(Properties.Weighting.EXPONENTIAL);
  }
}
