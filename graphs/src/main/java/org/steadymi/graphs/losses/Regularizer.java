package org.steadymi.graphs.losses;

import java.util.OptionalDouble;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * λ (statistic − C*)²: takes away the direction in which a critic can drift without changing its
 * bound.
 *
 * <p>Choi and Lee, Combating the Instability of Mutual Information-based Losses via Regularization,
 * UAI 2022, arXiv:2011.07932.
 *
 * @param statistic what is held in place
 * @param lambda weight, at least 0
 * @param target C*, where it is held
 */
public record Regularizer(Statistic statistic, double lambda, double target) {
  /** Where the idea comes from. */
  public static final String CITATION = "Choi, Lee 2022, arXiv:2011.07932";

  private static final double ROUNDING = 1e-12;

  /** Checks the numbers. */
  public Regularizer {
    if (!(lambda >= 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException(
          "regulariser: expected lambda of at least 0, found " + lambda);
    }
    if (!Double.isFinite(target)) {
      throw new IllegalArgumentException("regulariser: expected a finite target, found " + target);
    }
  }

  /** The penalty, in the units of the objective: shape [] or [R]. */
  public Operand<TFloat32> penalty(Ops tf, Scores t) {
    Operand<TFloat32> offset = tf.math.sub(statistic.of(tf, t), tf.constant((float) target));
    return tf.math.mul(tf.constant((float) lambda), tf.math.square(offset));
  }

  /** Whether the penalty is 0 at T = log r + level, whatever r is. */
  boolean restsAt(double level) {
    OptionalDouble there = statistic.at(level);
    return lambda == 0 || (there.isPresent() && Math.abs(there.getAsDouble() - target) <= ROUNDING);
  }

  /** The penalty as an equation. */
  public String equation() {
    return "λ (" + statistic.equation() + (target == 0 ? ")²" : " − C*)²");
  }
}
