package org.steadymi.graphs.losses;

import java.util.Locale;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Trains on the Jensen–Shannon objective E_P[−softplus(−T)] − E_Q[softplus(T)], whose optimum is T*
 * = log r, and reports the NWJ bound at T + 1.
 *
 * <p>Hjelm et al., Deep InfoMax, ICLR 2019, eq. 4, arXiv:1808.06670; the read-out is Poole et al.
 * 2019, sec. 2.3.
 *
 * @param readOut which value is reported
 */
public record JensenShannon(ReadOut readOut) implements Bound {
  /** How an MI value is read off a critic trained on the Jensen–Shannon objective. */
  public enum ReadOut {
    /** 1 + J − M: NWJ at T + 1, tight at the optimum. */
    SHIFTED,
    /**
     * J − M/e as in the reference code of Choi and Lee: at the optimum it is off by exactly −1/e.
     */
    REFERENCE
  }

  /** With the read-out that is tight at the optimum. */
  public JensenShannon() {
    this(ReadOut.SHIFTED);
  }

  @Override
  public Operand<TFloat32> objective(Ops tf, Scores t) {
    Operand<TFloat32> joint = t.map(s -> tf.math.softplus(tf.math.neg(s))).meanJoint(tf);
    Operand<TFloat32> marginal = t.map(tf.math::softplus).meanMarginal(tf);
    return tf.math.neg(tf.math.add(joint, marginal));
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return (readOut == ReadOut.SHIFTED ? new Tuba(1) : new Nwj()).value(tf, t);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("read-out", readOut.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "js",
            "JS (Jensen–Shannon)",
            readOut == ReadOut.SHIFTED ? "1 + J − M" : "J − M/e",
            Properties.Side.LOWER_BOUND,
            "Hjelm et al. 2019, arXiv:1808.06670; Poole et al. 2019, arXiv:1905.06922")
        .maximising("−E_P[softplus(−T)] − E_Q[softplus(T)]")
        .weighing(Properties.Weighting.LOGISTIC);
  }
}
