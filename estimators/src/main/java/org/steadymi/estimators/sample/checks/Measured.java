package org.steadymi.estimators.sample.checks;

import org.steadymi.estimators.sample.Estimate;

/**
 * A number and its standard error.
 *
 * @param nats the number
 * @param error at least 0, nats
 */
public record Measured(double nats, double error) {
  /** Nothing, exactly. */
  public static final Measured ZERO = new Measured(0, 0);

  /** The value of an estimate; what critics miss above it is no error of this kind. */
  public static Measured of(Estimate estimate) {
    return new Measured(estimate.nats(), estimate.interval().error(estimate.nats()));
  }

  /** Whether both are numbers. */
  boolean finite() {
    return Double.isFinite(nats) && Double.isFinite(error);
  }

  /** The sum of independent numbers. */
  public Measured plus(Measured other) {
    return new Measured(nats + other.nats, Math.hypot(error, other.error));
  }

  /** The difference of independent numbers. */
  public Measured minus(Measured other) {
    return new Measured(nats - other.nats, Math.hypot(error, other.error));
  }

  /** A share of it. */
  public Measured times(double factor) {
    return new Measured(factor * nats, Math.abs(factor) * error);
  }
}
