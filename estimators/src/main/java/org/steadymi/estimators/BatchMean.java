package org.steadymi.estimators;

/**
 * A mean over independent batches.
 *
 * @param mean in nats
 * @param standardError of the mean, in nats; not a number for a single batch
 * @param batches number of batches
 */
public record BatchMean(double mean, double standardError, int batches) {
  /** Nothing was measured. */
  static final BatchMean NONE = new BatchMean(Double.NaN, Double.NaN, 0);

  /** The mean of the given values and its standard error. */
  static BatchMean of(double[] values) {
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double squares = 0;
    for (double v : values) {
      squares += (v - mean) * (v - mean);
    }
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    return new BatchMean(mean, error, values.length);
  }
}
