package org.steadymi.estimators.sample;

import java.util.Random;
import org.steadymi.estimators.baselines.Points;

/** Random samples of tests. */
final class Numbers {
  private Numbers() {}

  /** Standard normal numbers. */
  static Points normal(int rows, int width, long seed) {
    Random random = new Random(seed);
    double[] values = new double[rows * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Points(values, width);
  }

  /** y has correlation ρ with x in every column: −(width / 2) log(1 − ρ²) nats. */
  static Sample correlated(int rows, int width, double correlation, long seed) {
    Points x = normal(rows, width, seed);
    Points noise = normal(rows, width, seed + 1000);
    double[] y = new double[x.values().length];
    for (int i = 0; i < y.length; i++) {
      y[i] =
          correlation * x.values()[i]
              + Math.sqrt(1 - correlation * correlation) * noise.values()[i];
    }
    return new Sample(x, new Points(y, width));
  }
}
