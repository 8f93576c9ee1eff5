package org.steadymi.laboratory.studies;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.laboratory.study.Interval;

/**
 * How an estimate errs, measured on blocks of batches that are independent of each other: so that
 * its bias, its variance and its mean squared error have intervals.
 */
final class ErrorBlocks {
  private final double[] biases;
  private final double[] variances;
  private final int batches;

  private ErrorBlocks(double[] biases, double[] variances, int batches) {
    this.biases = biases;
    this.variances = variances;
    this.batches = batches;
  }

  /**
   * Divides estimates into blocks; what does not fill the last one is left out.
   *
   * @param estimates one for each batch, at least two a block
   */
  static ErrorBlocks of(float[] estimates, double truth, int blocks) {
    int batches = estimates.length / blocks;
    double[] biases = new double[blocks];
    double[] variances = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      double[] block = new double[batches];
      int begin = b * batches;
      Arrays.setAll(block, i -> estimates[begin + i] - truth);
      double bias = Arrays.stream(block).average().orElseThrow();
      biases[b] = bias;
      variances[b] = Arrays.stream(block).map(e -> (e - bias) * (e - bias)).sum() / (batches - 1.0);
    }
    return new ErrorBlocks(biases, variances, batches);
  }

  /** Reads what {@link #encode} wrote. */
  static ErrorBlocks decode(float[] encoded) {
    int blocks = (encoded.length - 1) / 2;
    double[] biases = new double[blocks];
    double[] variances = new double[blocks];
    Arrays.setAll(biases, b -> encoded[1 + b]);
    Arrays.setAll(variances, b -> encoded[1 + blocks + b]);
    return new ErrorBlocks(biases, variances, (int) encoded[0]);
  }

  /** Batches in a block, the bias of each block, the variance of each block. */
  float[] encode() {
    float[] encoded = new float[1 + 2 * biases.length];
    encoded[0] = batches;
    for (int b = 0; b < biases.length; b++) {
      encoded[1 + b] = (float) biases[b];
      encoded[1 + biases.length + b] = (float) variances[b];
    }
    return encoded;
  }

  /** E[Î] − I. */
  Interval bias() {
    return over(b -> biases[b]);
  }

  /** Var[Î] of one batch. */
  Interval variance() {
    return over(b -> variances[b]);
  }

  /** E[(Î − I)²] of one batch. */
  Interval meanSquaredError() {
    return over(b -> biases[b] * biases[b] + variances[b] * (batches - 1) / batches);
  }

  private Interval over(IntToDoubleFunction quantity) {
    return Interval.of(IntStream.range(0, biases.length).mapToDouble(quantity).toArray());
  }
}
