package org.steadymi.estimators.sample;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A critic's scores of rows that it was not fitted on: the diagonal is joint, every other pair is
 * marginal. Its value is the Donsker–Varadhan bound J − log M, which no constant added to the critic
 * changes.
 *
 * @param rows n, at least 2
 * @param scores T(x_i, y_j) at i · n + j, nats
 */
@SuppressWarnings("ArrayRecordComponent") // scores to read, never compared
record HeldOutScores(int rows, float[] scores) {
  /** Checks the sizes. */
  HeldOutScores {
    if (rows < 2 || scores.length != rows * rows) {
      throw new IllegalArgumentException(
          "held-out scores: expected %d² of at least 2 rows, found %d".formatted(rows, scores.length));
    }
  }

  /** J, the mean of joint scores. */
  double joint() {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += at(i, i);
    }
    return sum / rows;
  }

  /** log M, of all marginal pairs. */
  double logMarginal() {
    double[] row = exponentials();
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    return max() + Math.log(sum / ((double) rows * (rows - 1)));
  }

  /** J − log M, a lower bound on I(X;Y) up to the error of the means, nats. */
  double value() {
    return joint() - logMarginal();
  }

  /**
   * The value where each row counts as often as a bootstrap of n rows draws it; a row and itself
   * are no marginal pair, however often it is drawn.
   */
  double resampledValue(UniformRandomProvider random) {
    int[] counts = new int[rows];
    for (int i = 0; i < rows; i++) {
      counts[random.nextInt(rows)]++;
    }
    double max = max();
    double joint = 0;
    double marginal = 0;
    double pairs = (double) rows * rows;
    for (int i = 0; i < rows; i++) {
      if (counts[i] == 0) {
        continue;
      }
      joint += counts[i] * at(i, i);
      pairs -= (double) counts[i] * counts[i];
      double row = 0;
      for (int j = 0; j < rows; j++) {
        if (j != i && counts[j] > 0) {
          row += counts[j] * Math.exp(at(i, j) - max);
        }
      }
      marginal += counts[i] * row;
    }
    return joint / rows - (max + Math.log(marginal / pairs));
  }

  private double at(int i, int j) {
    return scores[i * rows + j];
  }

  /** The largest marginal score. */
  private double max() {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        if (i != j) {
          max = Math.max(max, at(i, j));
        }
      }
    }
    return max;
  }

  /** Σ_j≠i e^(T_ij − max) of each row. */
  private double[] exponentials() {
    double max = max();
    double[] sums = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        if (i != j) {
          sums[i] += Math.exp(at(i, j) - max);
        }
      }
    }
    return sums;
  }
}
