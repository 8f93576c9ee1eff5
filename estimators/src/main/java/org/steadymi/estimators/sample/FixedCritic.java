package org.steadymi.estimators.sample;

import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;

/**
 * A critic that is fitted.
 *
 * @param critic of rows as they are
 * @param parameters [size]
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record FixedCritic(MappedCritic critic, float[] parameters) {
  /**
   * Its scores of rows.
   *
   * @param block rows that are scored all against all, about
   */
  Blocks scores(Sample rows, int block) {
    Critic inner = critic.critic();
    try (CriticScorer scorer = new CriticScorer(inner, new ParameterLayout(inner.parameters()))) {
      return scorer.scores(parameters, rows.mapped(critic.x(), critic.y()), block);
    }
  }
}
