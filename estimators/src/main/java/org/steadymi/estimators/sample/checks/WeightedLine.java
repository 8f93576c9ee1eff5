package org.steadymi.estimators.sample.checks;

import java.util.List;

/**
 * The straight line a + b t with the least Σ (v − a − b t)²/σ² through points (t, v ± σ).
 *
 * @param intercept a, with the error that the σ give it
 * @param slope b, likewise
 * @param chiSquared the least sum: of independent normal v on a line, χ² of as many degrees of
 *     freedom as there are points, less 2
 */
record WeightedLine(Measured intercept, Measured slope, double chiSquared) {
  /**
   * A point.
   *
   * @param at t
   * @param value v, its error above 0
   */
  record Point(double at, Measured value) {
    /** Checks the error. */
    Point {
      if (!(value.error() > 0)) {
        throw new IllegalArgumentException(
            "line: expected an error above 0, found " + value.error());
      }
    }

    private double weight() {
      return 1 / (value.error() * value.error());
    }
  }

  /**
   * Fits it.
   *
   * @param points at two different places or more
   */
  static WeightedLine through(List<Point> points) {
    double weights = points.stream().mapToDouble(Point::weight).sum();
    double meanAt = points.stream().mapToDouble(p -> p.weight() * p.at).sum() / weights;
    double mean = points.stream().mapToDouble(p -> p.weight() * p.value.nats()).sum() / weights;
    double squares = 0;
    double products = 0;
    for (Point point : points) {
      double from = point.at - meanAt;
      squares += point.weight() * from * from;
      products += point.weight() * from * (point.value.nats() - mean);
    }
    double slope = products / squares;
    double intercept = mean - slope * meanAt;
    double chiSquared = 0;
    for (Point point : points) {
      double rest = point.value.nats() - intercept - slope * point.at;
      chiSquared += point.weight() * rest * rest;
    }
    return new WeightedLine(
        new Measured(intercept, Math.sqrt(1 / weights + meanAt * meanAt / squares)),
        new Measured(slope, Math.sqrt(1 / squares)),
        chiSquared);
  }
}
