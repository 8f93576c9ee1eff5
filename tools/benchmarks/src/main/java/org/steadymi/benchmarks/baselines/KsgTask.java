package org.steadymi.benchmarks.baselines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.estimators.baselines.Points;

/**
 * What is estimated: the mutual information of normal pairs of correlation 0.75 in each coordinate.
 *
 * @param rows N
 * @param width d, coordinates of x, and of y
 */
record KsgTask(int rows, int width) {
  private static final double CORRELATION = 0.75;
  private static final int SEED = 1;

  /** Samples of both variables. */
  record Pairs(Points x, Points y) {}

  /** In words. */
  String describe() {
    return Format.number("N = %,d, d = %d", rows, width);
  }

  /** The true value, nats. */
  double nats() {
    return -width / 2.0 * Math.log(1 - CORRELATION * CORRELATION);
  }

  /** Differences of coordinates between all samples of x, and of y: N² d. */
  long differences() {
    return (long) rows * rows * width;
  }

  /** Writes samples: little-endian doubles, a row of x and then of y after the other. */
  void write(Path file) {
    Random random = new Random(SEED);
    double rest = Math.sqrt(1 - CORRELATION * CORRELATION);
    ByteBuffer bytes =
        ByteBuffer.allocate(rows * 2 * width * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    double[] x = new double[width];
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < width; c++) {
        x[c] = random.nextGaussian();
        bytes.putDouble(x[c]);
      }
      for (int c = 0; c < width; c++) {
        bytes.putDouble(CORRELATION * x[c] + rest * random.nextGaussian());
      }
    }
    try {
      Files.write(file, bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads samples of a width. */
  static Pairs read(Path file, int width) {
    try {
      DoubleBuffer values =
          ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
      int rows = values.remaining() / (2 * width);
      double[] x = new double[rows * width];
      double[] y = new double[rows * width];
      for (int i = 0; i < rows; i++) {
        values.get(x, i * width, width);
        values.get(y, i * width, width);
      }
      return new Pairs(new Points(x, width), new Points(y, width));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
