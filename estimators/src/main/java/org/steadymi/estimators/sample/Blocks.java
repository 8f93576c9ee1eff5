package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores of rows, all against all within blocks of rows.
 *
 * @param scores T(x_i, y_j) at i · n + j of each block of n rows, nats
 */
record Blocks(List<float[]> scores) {
  /** a of these and b of others of the same rows. */
  Blocks mixed(float a, Blocks others, float b) {
    List<float[]> mixed = new ArrayList<>();
    for (int block = 0; block < scores.size(); block++) {
      float[] one = scores.get(block);
      float[] other = others.scores.get(block);
      float[] both = new float[one.length];
      for (int i = 0; i < both.length; i++) {
        both[i] = a * one[i] + b * other[i];
      }
      mixed.add(both);
    }
    return new Blocks(mixed);
  }

  /** The scores, none below or above these. */
  Blocks within(float least, float most) {
    List<float[]> clipped = new ArrayList<>();
    for (float[] block : scores) {
      float[] copy = new float[block.length];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = Math.max(least, Math.min(most, block[i]));
      }
      clipped.add(copy);
    }
    return new Blocks(clipped);
  }

  /** The least score. */
  float least() {
    float least = Float.POSITIVE_INFINITY;
    for (float[] block : scores) {
      for (float score : block) {
        least = Math.min(least, score);
      }
    }
    return least;
  }

  /** The greatest score. */
  float greatest() {
    float greatest = Float.NEGATIVE_INFINITY;
    for (float[] block : scores) {
      for (float score : block) {
        greatest = Math.max(greatest, score);
      }
    }
    return greatest;
  }

  /** The greatest score of a row of x and another row of y. */
  float greatestMarginal() {
    float greatest = Float.NEGATIVE_INFINITY;
    for (float[] block : scores) {
      int n = (int) Math.round(Math.sqrt(block.length));
      for (int i = 0; i < block.length; i++) {
        greatest = i % (n + 1) == 0 ? greatest : Math.max(greatest, block[i]);
      }
    }
    return greatest;
  }

  /** J − log M, nats. */
  double value() {
    return new HeldOutScores(this).value();
  }
}
