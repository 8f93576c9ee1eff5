package org.steadymi.laboratory.study;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.steadymi.report.Series;

/**
 * The mean of independent replicates with its 95 % confidence interval, from Student's
 * t-distribution with n − 1 degrees of freedom.
 *
 * @param mean NaN if n is 0
 * @param low lower end; NaN if n is below 2
 * @param high upper end; NaN if n is below 2
 * @param n number of finite replicates; others are left out
 */
public record Interval(double mean, double low, double high, int n) {
  private static final double UPPER_TAIL = 0.975;

  /** The interval of the finite ones among the values. */
  public static Interval of(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    int n = finite.length;
    double mean = Arrays.stream(finite).average().orElse(Double.NaN);
    if (n < 2) {
      return new Interval(mean, Double.NaN, Double.NaN, n);
    }
    double squares = Arrays.stream(finite).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (n - 1) / n);
    double half = TDistribution.of(n - 1.0).inverseCumulativeProbability(UPPER_TAIL) * error;
    return new Interval(mean, mean - half, mean + half, n);
  }

  /** A line through the means, with the intervals as the band around it. */
  public static Series series(String name, double[] x, List<Interval> y) {
    return Series.of(name, x, y.stream().mapToDouble(Interval::mean).toArray())
        .withBand(
            y.stream().mapToDouble(Interval::low).toArray(),
            y.stream().mapToDouble(Interval::high).toArray());
  }
}
