package org.steadymi.evaluator.readout;

/**
 * A number and its uncertainty.
 *
 * @param value the number; infinite or NaN where the scores overflow even in double precision
 * @param standardError its standard error; NaN where it cannot be told (a single batch, a value
 *     that is not finite)
 */
public record Estimate(double value, double standardError) {
  /** Whether the value is a number at all; one that is not must not be reported as an MI. */
  public boolean finite() {
    return Double.isFinite(value);
  }
}
