package org.steadymi.benchmarks.duel;

import java.util.Arrays;

/** How a figure varies over rounds. */
public record Spread(double least, double median, double most) {
  /**
   * Of the figures of all rounds.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(double... figures) {
    if (figures.length == 0) {
      throw new IllegalArgumentException("spread: expected at least one figure, found none");
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }
}
