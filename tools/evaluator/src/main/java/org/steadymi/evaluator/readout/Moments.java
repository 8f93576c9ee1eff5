package org.steadymi.evaluator.readout;

/** A running mean and variance (Welford's update). */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
  }

  /** The mean and its standard error √(s²/n), NaN where fewer than two values were added. */
  Estimate estimate() {
    double variance = count < 2 ? Double.NaN : squares / (count - 1);
    return new Estimate(count == 0 ? Double.NaN : mean, Math.sqrt(variance / count));
  }
}
