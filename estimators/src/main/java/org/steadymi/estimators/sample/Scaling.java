package org.steadymi.estimators.sample;

import java.util.Arrays;
import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Every column less its centre, in units of its spread. A column that is constant but for rounding
 * is 0, also in rows where it is not.
 *
 * @param centre [width]
 * @param spread [width], above 0; infinite of a constant column
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record Scaling(double[] centre, double[] spread) implements RowMap {
  /** What the spread of a normal variable's quartiles has to be divided by for its deviation. */
  private static final double QUARTILES = 1.349;

  /** Differences that are no more than rounding, as a share of the largest number. */
  private static final double ROUNDING = 1e-12;

  /** Columns as they are. */
  static Scaling none(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return new Scaling(new double[width], ones);
  }

  /** Mean 0 and standard deviation 1. */
  static Scaling standard(Points rows) {
    Scaling scaling = none(rows.width());
    for (int c = 0; c < rows.width(); c++) {
      double[] column = column(rows, c);
      double mean = Arrays.stream(column).average().orElseThrow();
      double squares = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
      scaling.set(c, column, mean, Math.sqrt(squares / column.length));
    }
    return scaling;
  }

  /** Median 0, and quartiles as far apart as those of a normal variable of deviation 1. */
  static Scaling robust(Points rows) {
    Scaling scaling = none(rows.width());
    for (int c = 0; c < rows.width(); c++) {
      double[] column = column(rows, c);
      Arrays.sort(column);
      int n = column.length;
      scaling.set(c, column, column[n / 2], (column[3 * n / 4] - column[n / 4]) / QUARTILES);
    }
    return scaling;
  }

  private static double[] column(Points rows, int c) {
    double[] column = new double[rows.count()];
    Arrays.setAll(column, row -> rows.at(row, c));
    return column;
  }

  /**
   * @param numbers of the column
   * @param width its spread, unless most of the numbers are the same
   */
  private void set(int column, double[] numbers, double middle, double width) {
    double least = Arrays.stream(numbers).min().orElseThrow();
    double greatest = Arrays.stream(numbers).max().orElseThrow();
    double rounding = ROUNDING * Math.max(Math.abs(least), Math.abs(greatest));
    centre[column] = middle;
    if (greatest - least <= rounding) {
      spread[column] = Double.POSITIVE_INFINITY;
    } else {
      spread[column] = width > rounding ? width : 1;
    }
  }

  @Override
  public int inputs() {
    return centre.length;
  }

  @Override
  public int outputs() {
    return centre.length;
  }

  @Override
  public Points of(Points rows) {
    double[] values = new double[rows.values().length];
    for (int i = 0; i < values.length; i++) {
      int c = i % centre.length;
      values[i] = (rows.values()[i] - centre[c]) / spread[c];
    }
    return new Points(values, centre.length);
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
    return tf.math.div(tf.math.sub(rows, Constants.row(tf, centre)), Constants.row(tf, spread));
  }
}
