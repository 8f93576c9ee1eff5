package org.steadymi.graphs.losses;

import java.util.Map;
import java.util.OptionalDouble;
import org.steadymi.graphs.critics.Critic;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A variational bound on mutual information. It has two outputs, and they are different things: the
 * objective is what the critic's weights maximise, the value is the estimate of I(X;Y) that is
 * reported.
 */
public interface Bound {
  /** The estimate of I(X;Y) in nats: shape [] or [R]. */
  Operand<TFloat32> value(Ops tf, Scores t);

  /** What training maximises: shape [] or [R]; the value itself unless the bound says otherwise. */
  default Operand<TFloat32> objective(Ops tf, Scores t) {
    return value(tf, t);
  }

  /**
   * Whether critics at different steps are compared by the value, because the objective moves with
   * a level that training leaves free.
   */
  default boolean comparedByValue() {
    return false;
  }

  /** Its settings by name, where it has any. */
  default Map<String, String> options() {
    return Map.of();
  }

  /**
   * The critic that the bound trains in the place of the given one: the same, unless the bound has
   * parameters of its own.
   */
  default Critic critic(Critic given) {
    return given;
  }

  /**
   * Rate a of the moving average of M over the training steps, M̄ ← (1 − a) M̄ + a M, where the
   * bound uses {@link Scores#logAverage}.
   */
  default OptionalDouble averagingRate() {
    return OptionalDouble.empty();
  }

  /** What disturbs training. */
  default Noise noise() {
    return Noise.NONE;
  }

  /** What is known about this bound. */
  Properties properties();
}
