package org.steadymi.graphs.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.losses.Properties.Freedom;
import org.steadymi.graphs.losses.Properties.Need;
import org.steadymi.graphs.losses.Properties.Objective;
import org.steadymi.graphs.losses.Properties.Optimum;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a critic is trained on: a bound, with or without a regulariser. Training follows the
 * gradient of objective − penalty; the reported value never contains the penalty.
 *
 * @param name the loss's name in the {@linkplain Losses catalogue}, or any other
 * @param bound the bound
 * @param regularizer what holds the critic's level in place, if anything
 */
public record Loss(String name, Bound bound, Optional<Regularizer> regularizer) {
  /** Name of the parameter that remembers log M̄, the moving average of M. */
  public static final String LOG_AVERAGE = "loss/log_average";

  /** What the optimiser minimises, −objective + penalty: shape [] or [R]. */
  public Operand<TFloat32> minimised(Ops tf, Scores t) {
    Operand<TFloat32> objective = bound.objective(tf, t);
    return regularizer.isPresent()
        ? tf.math.sub(regularizer.get().penalty(tf, t), objective)
        : tf.math.neg(objective);
  }

  /** Which critic maximises objective − penalty. */
  public Optimum optimum() {
    Objective objective = bound.properties().objective();
    return regularizer.map(r -> r.optimumOf(objective)).orElse(objective.optimum());
  }

  /**
   * Whether nothing holds the level of the critic: it can rise and fall while the objective stays,
   * or for ever.
   */
  public boolean levelIsFree() {
    Optimum alone = bound.properties().objective().optimum();
    boolean held = regularizer.map(r -> r.lambda() > 0).orElse(false);
    return !held && (!alone.exists() || alone.free() != Freedom.NONE);
  }

  /** The estimate of I(X;Y) in nats: shape [] or [R]. */
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return bound.value(tf, t);
  }

  /**
   * What the bound and its regulariser need. Whether scores have it, {@link Layout#refusal} says
   * before anything is built.
   */
  public Set<Need> needs() {
    Set<Need> all = new TreeSet<>(bound.properties().needs());
    regularizer.ifPresent(r -> all.addAll(r.statistic().needs()));
    return all;
  }

  /**
   * All that training changes: the parameters of the critic, then what the bound remembers from
   * step to step.
   */
  public ParameterLayout layout(Critic critic) {
    List<ParameterSpec> all = new ArrayList<>(critic.parameters());
    if (bound.averagingRate().isPresent()) {
      all.add(ParameterSpec.remembered(LOG_AVERAGE));
    }
    return new ParameterLayout(all);
  }
}
