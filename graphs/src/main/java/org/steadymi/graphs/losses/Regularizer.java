package org.steadymi.graphs.losses;

import java.util.OptionalDouble;
import org.steadymi.graphs.losses.Properties.Objective;
import org.steadymi.graphs.losses.Properties.Optimum;
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

  /**
   * Which critic maximises an objective less the penalty: the objective's own, where the penalty is
   * 0 for it; moved by a constant, where one is free or the penalty weighs pairs as the objective
   * does; none that is known elsewhere. Of a free function only the mean is held.
   */
  Optimum optimumOf(Objective objective) {
    Optimum alone = objective.optimum();
    if (lambda == 0 || !alone.exists()) {
      return alone;
    }
    return switch (alone.free()) {
      case FUNCTION_OF_X, FUNCTION_OF_Y -> alone;
      case CONSTANT, SHIFT -> alone.shifted();
      case NONE -> restsAt(alone.level()) ? alone : moved(objective);
    };
  }

  private Optimum moved(Objective objective) {
    return statistic.weighting().isThatOf(objective) ? objective.optimum().shifted() : Optimum.NONE;
  }

  /** Whether the penalty is 0 at T = log r + level, whatever r is. */
  private boolean restsAt(double level) {
    OptionalDouble there = statistic.at(level);
    return there.isPresent() && Math.abs(there.getAsDouble() - target) <= ROUNDING;
  }

  /** The penalty as an equation. */
  public String equation() {
    return "λ (" + statistic.equation() + (target == 0 ? ")²" : " − C*)²");
  }
}
