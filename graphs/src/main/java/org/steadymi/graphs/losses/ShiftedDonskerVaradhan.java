package org.steadymi.graphs.losses;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * J − log Σ e^{T − max T} as it is printed for a stable computation of MINE, with the maximum
 * subtracted and not added again. A shift of every score raises it without limit, so a critic that
 * is trained on it runs away; the sound form is {@link DonskerVaradhan}, which subtracts the
 * maximum and adds it back. Reports J − log M.
 */
public record ShiftedDonskerVaradhan() implements Bound {
  @Override
  public Operand<TFloat32> objective(Ops tf, Scores t) {
    Operand<TFloat32> shifted = tf.math.sub(t.logMeanExpMarginal(tf), t.maxMarginal(tf));
    return tf.math.sub(t.meanJoint(tf), shifted);
  }

  @Override
  public boolean comparedByValue() {
    return true;
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return new DonskerVaradhan().value(tf, t);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("objective", "log-sum-exp as printed");
  }

  @Override
  public Properties properties() {
    return new DonskerVaradhan()
        .properties()
        .maximising("J − log mean e^(T − max T), unbounded")
        .bestAt(Properties.Optimum.NONE);
  }
}
