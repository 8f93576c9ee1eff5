package org.steadymi.graphs.losses;

import java.util.Map;
import java.util.OptionalDouble;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * MINE with the corrected gradient ∇J − ∇M / M̄, where M̄ is an exponential moving average of M
 * over the training steps: the gradient of log M on a batch is biased, that of M is not. Reports J
 * − log M.
 *
 * <p>Belghazi et al. 2018, sec. 3.2, eq. 12, arXiv:1801.04062.
 *
 * @param rate of the average, in (0, 1]
 */
public record AveragedDonskerVaradhan(double rate) implements Bound {
  @Override
  public Operand<TFloat32> objective(Ops tf, Scores t) {
    Operand<TFloat32> excess = tf.math.sub(t.logMeanExpMarginal(tf), t.logAverage());
    return tf.math.sub(t.meanJoint(tf), tf.math.exp(excess));
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
  public OptionalDouble averagingRate() {
    return OptionalDouble.of(rate);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("gradient", "moving average", "rate", Double.toString(rate));
  }

  @Override
  public Properties properties() {
    return new DonskerVaradhan()
        .properties()
        .maximising("J − M/M̄")
        .needing(Properties.Need.MOVING_AVERAGE);
  }
}
