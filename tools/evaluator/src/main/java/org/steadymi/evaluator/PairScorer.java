package org.steadymi.evaluator;

import org.steadymi.datasets.Pairs;
import org.steadymi.evaluator.readout.ScoreMatrix;

/** A critic, as far as mutual information needs it. */
@FunctionalInterface
public interface PairScorer {
  /** T(x_i, y_j) of all pairs of rows, [K, K]. */
  ScoreMatrix scores(Pairs batch);
}
