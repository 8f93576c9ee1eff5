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

  /** Two-sided 5 % quantile of the standard normal distribution. */
  static final double QUANTILE = 1.96;

  /**
   * The value of an estimate. An interval begins {@value #QUANTILE} errors below the value; above
   * it, the interval has room for what critics miss, which is no error of this kind.
   */
  public static Measured of(Estimate estimate) {
    double below = estimate.nats() - estimate.interval().lower();
    return new Measured(estimate.nats(), below / QUANTILE);
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
