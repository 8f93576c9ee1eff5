package org.steadymi.graphs.losses;

import java.util.Locale;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Reports J − log E_Q[e^{clip(T, −τ, τ)}], the Donsker–Varadhan value with a clipped marginal term:
 * less variance, some bias, no longer a bound.
 *
 * <p>Song and Ermon, Understanding the Limitations of Variational Mutual Information Estimators,
 * ICLR 2020, arXiv:1910.06222.
 *
 * @param tau limit on |T|, above 0; infinite gives the Donsker–Varadhan value
 * @param form what is maximised and which terms are clipped
 */
public record Smile(double tau, Form form) implements Bound {
  /** What a SMILE critic is trained on. */
  public enum Form {
    /**
     * Maximises the Jensen–Shannon objective, clips the marginal term of the value: Song and Ermon.
     */
    JS,
    /**
     * Maximises the value itself: Choi and Lee eq. 9. Unbounded once scores pass τ, so it can
     * diverge.
     */
    CLIPPED,
    /** As CLIPPED, with the joint term clipped too: the image code of Choi and Lee. */
    CLIPPED_BOTH
  }

  /** Checks τ. */
  public Smile {
    if (!(tau > 0)) {
      throw new IllegalArgumentException("smile: expected tau above 0, found " + tau);
    }
  }

  /** Song and Ermon's form. */
  public Smile(double tau) {
    this(tau, Form.JS);
  }

  @Override
  public Operand<TFloat32> objective(Ops tf, Scores t) {
    return form == Form.JS ? new JensenShannon().objective(tf, t) : value(tf, t);
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    Scores clipped = t.clipped(tf, tau);
    Scores joint = form == Form.CLIPPED_BOTH ? clipped : t;
    return tf.math.sub(joint.meanJoint(tf), clipped.logMeanExpMarginal(tf));
  }

  @Override
  public Map<String, String> options() {
    return Map.of("tau", Double.toString(tau), "form", form.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Properties properties() {
    String value =
        (form == Form.CLIPPED_BOTH ? "E_P[clip T]" : "J") + " − log E_Q[e^clip(T, −τ, τ)]";
    Properties clipped =
        Properties.of(
            "smile",
            "SMILE",
            value,
            Properties.Side.ESTIMATE,
            "Song, Ermon 2020, arXiv:1910.06222");
    return switch (form) {
      case JS -> clipped.trainedOn(new JensenShannon().properties().objective());
      case CLIPPED, CLIPPED_BOTH ->
          clipped
              .bestAt(new Properties.Optimum(0, Properties.Freedom.CONSTANT))
              .weighing(Properties.Weighting.EXPONENTIAL);
    };
  }
}
