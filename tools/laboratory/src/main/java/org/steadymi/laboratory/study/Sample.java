package org.steadymi.laboratory.study;

import java.util.Arrays;

/** Order statistics of replicates; numbers that are not finite are left out. */
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /** The finite ones among the values. */
  public static Sample of(double... values) {
    return new Sample(Arrays.stream(values).filter(Double::isFinite).sorted().toArray());
  }

  /** How many are finite. */
  public int size() {
    return sorted.length;
  }

  /** The least; NaN if there is none. */
  public double min() {
    return at(0);
  }

  /** The largest; NaN if there is none. */
  public double max() {
    return at(sorted.length - 1);
  }

  /** The middle one, or the mean of the two in the middle; NaN if there is none. */
  public double median() {
    return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
  }

  private double at(int index) {
    return sorted.length == 0 ? Double.NaN : sorted[index];
  }
}
