package org.steadymi.graphs.losses;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Trains on J − softplus(M), which is no mutual information, and reports J − log M. Its optimum is
 * log r + c with e^c σ(e^c) = 1.
 *
 * <p>A modification tried in reproductions of MINE.
 */
public record SoftplusDonskerVaradhan() implements Bound {
  /** c: the root of e^c / (1 + e^−(e^c)) = 1. */
  private static final double LEVEL = 0.2456597819;

  @Override
  public Operand<TFloat32> objective(Ops tf, Scores t) {
    Operand<TFloat32> m = tf.math.exp(t.logMeanExpMarginal(tf));
    return tf.math.sub(t.meanJoint(tf), tf.math.softplus(m));
  }

  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return new DonskerVaradhan().value(tf, t);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("objective", "softplus");
  }

  @Override
  public Properties properties() {
    return new DonskerVaradhan()
        .properties()
        .maximising("J − softplus(M)")
        .bestAt(Properties.Optimum.at(LEVEL));
  }
}
