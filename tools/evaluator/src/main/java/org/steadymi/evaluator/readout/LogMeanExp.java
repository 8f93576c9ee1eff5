package org.steadymi.evaluator.readout;

/**
 * A running log mean_i exp(t_i) that neither overflows nor underflows: the largest exponent seen so
 * far is kept apart from the sum.
 *
 * <p>An exponent of −∞ counts as exp(−∞) = 0, one of +∞ makes the value +∞, a NaN makes it NaN.
 */
final class LogMeanExp {
  private double max = Double.NEGATIVE_INFINITY;
  private double scaledSum;
  private long count;

  void add(double exponent) {
    accumulate(exponent, 1);
    count++;
  }

  void add(LogMeanExp other) {
    if (other.count > 0) {
      accumulate(other.max, other.scaledSum);
      count += other.count;
    }
  }

  /** Adds scaled · exp(exponent). */
  private void accumulate(double exponent, double scaled) {
    if (exponent == max) {
      scaledSum += scaled;
    } else if (exponent < max) {
      scaledSum += scaled * Math.exp(exponent - max);
    } else { // a new largest exponent, or NaN
      scaledSum = scaledSum * Math.exp(max - exponent) + scaled;
      max = exponent;
    }
  }

  /** log Σ exp(t_i); −∞ if nothing was added. */
  double logSum() {
    return max + Math.log(scaledSum);
  }

  /** log of the mean of exp(t_i); NaN if nothing was added. */
  double value() {
    return count == 0 ? Double.NaN : logSum() - Math.log((double) count);
  }
}
