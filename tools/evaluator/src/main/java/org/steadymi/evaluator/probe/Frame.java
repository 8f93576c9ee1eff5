package org.steadymi.evaluator.probe;

import java.util.Optional;
import org.steadymi.datasets.Rows;

/**
 * A place and a size of rows at which products of floats neither overflow nor vanish: all rows are
 * multiplied by one power of two, and moved by one row where that keeps more digits.
 *
 * @param origin subtracted from every row
 * @param factor what rows are multiplied by then
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(double[] origin, double factor) {

  /** Around zero. */
  static Frame plain(Rows train, Rows queries) {
    return around(new double[train.width()], train, queries);
  }

  /**
   * Around the mean of the training rows; empty where its square is not more than their variance,
   * so that moving them would not keep even one bit more.
   */
  static Optional<Frame> centred(Rows train, Rows queries) {
    double[] mean = new double[train.width()];
    double squares = 0;
    for (int row = 0; row < train.count(); row++) {
      for (int k = 0; k < mean.length; k++) {
        double value = train.at(row, k);
        mean[k] += value / train.count();
        squares += value * value / train.count();
      }
    }
    double squareOfMean = 0;
    for (double m : mean) {
      squareOfMean += m * m;
    }
    return squareOfMean > squares - squareOfMean
        ? Optional.of(around(mean, train, queries))
        : Optional.empty();
  }

  /** The largest value of both, infinite ones apart, becomes one in [1, 2). */
  private static Frame around(double[] origin, Rows train, Rows queries) {
    double largest = Math.max(largest(train, origin), largest(queries, origin));
    return new Frame(origin, Math.scalb(1.0, -Math.getExponent(largest)));
  }

  /** The rows in [from, to). */
  Rows of(Rows rows, int from, int to) {
    float[] values = new float[(to - from) * rows.width()];
    for (int row = from, i = 0; row < to; row++) {
      for (int k = 0; k < rows.width(); k++, i++) {
        values[i] = (float) ((rows.at(row, k) - origin[k]) * factor);
      }
    }
    return new Rows(values, rows.width());
  }

  private static double largest(Rows rows, double[] origin) {
    double largest = 0;
    for (int i = 0; i < rows.values().length; i++) {
      double size = Math.abs(rows.values()[i] - origin[i % origin.length]);
      largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
    }
    return largest;
  }
}
