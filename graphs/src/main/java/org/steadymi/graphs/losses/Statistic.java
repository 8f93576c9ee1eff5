package org.steadymi.graphs.losses;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import org.steadymi.graphs.losses.Properties.Need;
import org.steadymi.graphs.losses.Properties.Weighting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a regulariser holds in place: a statistic of the scores that says where the critic's level
 * is.
 */
public enum Statistic {
  /** log E_Q[e^T]: Choi and Lee, eq. 14. */
  LOG_PARTITION("log E_Q[e^T]", Weighting.EXPONENTIAL, (tf, t) -> t.logMeanExpMarginal(tf)),

  /** log E_Q[e^{T−1}], which is 0 at the optimum of NWJ: Choi and Lee, eq. 15. */
  LOG_PARTITION_OF_NWJ(
      "log E_Q[e^(T−1)]",
      Weighting.EXPONENTIAL,
      (tf, t) -> tf.math.sub(t.logMeanExpMarginal(tf), tf.constant(1f))),

  /** mean_i log Σ_j e^{T_ij} − log K: the rows are averaged first. */
  ROW_LOG_PARTITION(
      "mean_i log Σ_j e^T_ij − log K",
      Weighting.OTHER,
      (tf, t) -> t.meanRowLogMeanExp(tf),
      Need.ROWS),

  /** mean_j log mean_{i≠j} e^{T_ij}: the partition of each y, averaged. */
  COLUMN_LOG_PARTITION(
      "mean_j log mean_{i≠j} e^T_ij",
      Weighting.OTHER,
      (tf, t) -> t.leaveOneOut(tf).meanJoint(tf),
      Need.MATRIX),

  /** √E_Q[e^{2T}], whose square is the norm ‖e^T‖² over marginal pairs. */
  EXPONENTIAL_NORM(
      "√E_Q[e^2T]",
      Weighting.OTHER,
      (tf, t) ->
          tf.math.exp(
              tf.math.mul(
                  t.map(s -> tf.math.mul(s, tf.constant(2f))).logMeanExpMarginal(tf),
                  tf.constant(0.5f)))),

  /** E_Q[softplus T]. */
  SOFTPLUS(
      "E_Q[softplus T]", Weighting.LOGISTIC, (tf, t) -> t.map(tf.math::softplus).meanMarginal(tf));

  private final String equation;
  private final Weighting weighting;
  private final BiFunction<Ops, Scores, Operand<TFloat32>> graph;
  private final Set<Need> needs;

  Statistic(
      String equation,
      Weighting weighting,
      BiFunction<Ops, Scores, Operand<TFloat32>> graph,
      Need... needs) {
    this.equation = equation;
    this.weighting = weighting;
    this.graph = graph;
    this.needs = Set.of(needs);
  }

  /** The statistic as an equation. */
  public String equation() {
    return equation;
  }

  /** How marginal pairs weigh in its gradient. */
  Weighting weighting() {
    return weighting;
  }

  /** What it needs of the scores. */
  public Set<Need> needs() {
    return needs;
  }

  /** Its value at T = log r + level, where that is the same for all r. */
  OptionalDouble at(double level) {
    return switch (this) {
      case LOG_PARTITION -> OptionalDouble.of(level);
      case LOG_PARTITION_OF_NWJ -> OptionalDouble.of(level - 1);
      default -> OptionalDouble.empty();
    };
  }

  Operand<TFloat32> of(Ops tf, Scores t) {
    return graph.apply(tf, t);
  }
}
