package org.steadymi.evaluator;

import org.steadymi.datasets.Rows;

/** A critic, as far as mutual information needs it. */
@FunctionalInterface
public interface PairScorer {
  /** T(x_i, y_j) of every x with every y, row-major [rows of x, rows of y]. */
  float[] scores(Rows x, Rows y);
}
