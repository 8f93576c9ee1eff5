package org.steadymi.estimators.baselines;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/** Samples with a mutual information that is known. */
record Drawn(Points x, Points y) {
  /** Correlated normals: the same correlation in each coordinate, −(width / 2) log(1 − ρ²) nats. */
  static Drawn normal(int rows, int width, double correlation, long seed) {
    Random random = new Random(seed);
    double[] x = new double[rows * width];
    double[] y = new double[rows * width];
    double rest = Math.sqrt(1 - correlation * correlation);
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextGaussian();
      y[i] = correlation * x[i] + rest * random.nextGaussian();
    }
    return new Drawn(new Points(x, width), new Points(y, width));
  }

  /** The rows in another order. */
  static Points permuted(Points points, long seed) {
    int[] order = new int[points.count()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return points.select(order);
  }

  /**
   * Estimates of independent samples.
   *
   * @param mean over them
   * @param standardError of the mean
   */
  record Replicates(double mean, double standardError) {
    /** One estimate for each seed from 1. */
    static Replicates of(int count, LongToDoubleFunction estimate) {
      double[] values = LongStream.rangeClosed(1, count).mapToDouble(estimate).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      return new Replicates(mean, Math.sqrt(squares / (count - 1) / count));
    }
  }
}
