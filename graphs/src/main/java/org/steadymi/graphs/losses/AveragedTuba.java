package org.steadymi.graphs.losses;

import java.util.Map;
import java.util.OptionalDouble;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * TUBA with the baseline a = M̄, the exponential moving average of M over the training steps. It
 * follows the critic, so that the level of T is free: T* = log r + log a.
 *
 * <p>Poole et al. 2019, sec. 2.2, arXiv:1905.06922.
 *
 * @param rate of the average, in (0, 1]
 */
public record AveragedTuba(double rate) implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return Tuba.withBaseline(tf, t, t.logAverage());
  }

  @Override
  public OptionalDouble averagingRate() {
    return OptionalDouble.of(rate);
  }

  @Override
  public Map<String, String> options() {
    return Map.of("baseline", "moving average", "rate", Double.toString(rate));
  }

  @Override
  public Properties properties() {
    return Properties.of(
            "tuba",
            "TUBA, a = moving average of M",
            "1 + J − log M̄ − M/M̄",
            Properties.Side.LOWER_BOUND,
            "Poole et al. 2019, arXiv:1905.06922")
        .bestAt(new Properties.Optimum(0, Properties.Freedom.CONSTANT))
        .weighing(Properties.Weighting.EXPONENTIAL)
        .needing(Properties.Need.MOVING_AVERAGE);
  }
}
