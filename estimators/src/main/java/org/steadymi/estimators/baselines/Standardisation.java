package org.steadymi.estimators.baselines;

import java.util.Arrays;

/**
 * Every column less its centre, in units of its spread. A column that is constant but for rounding
 * is 0, also in rows where it is not.
 *
 * @param centre [width]
 * @param spread [width], above 0; infinite of a constant column
 */
@SuppressWarnings("ArrayRecordComponent") // coefficients to read, never compared
public record Standardisation(double[] centre, double[] spread) {
  /** What the spread of a normal variable's quartiles has to be divided by for its deviation. */
  private static final double QUARTILES = 1.349;

  /** Differences that are no more than rounding, as a share of the largest number. */
  private static final double ROUNDING = 1e-12;

  /** Columns as they are. */
  public static Standardisation none(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return new Standardisation(new double[width], ones);
  }

  /** Mean 0 and standard deviation 1, the root of the mean square, of at least one row. */
  public static Standardisation of(Points rows) {
    Standardisation standard = none(rows.width());
    for (int c = 0; c < rows.width(); c++) {
      double[] column = column(rows, c);
      double mean = Arrays.stream(column).average().orElseThrow();
      double squares = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
      standard.set(c, column, mean, Math.sqrt(squares / column.length));
    }
    return standard;
  }

  /** Median 0, and quartiles as far apart as those of a normal variable of deviation 1. */
  public static Standardisation robust(Points rows) {
    Standardisation robust = none(rows.width());
    for (int c = 0; c < rows.width(); c++) {
      double[] column = column(rows, c);
      Arrays.sort(column);
      int n = column.length;
      robust.set(c, column, column[n / 2], (column[3 * n / 4] - column[n / 4]) / QUARTILES);
    }
    return robust;
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

  /** Number of columns. */
  public int width() {
    return centre.length;
  }

  /** Rows of as many columns, in these units. */
  public Points applied(Points rows) {
    double[] values = new double[rows.values().length];
    for (int i = 0; i < values.length; i++) {
      int c = i % centre.length;
      values[i] = (rows.values()[i] - centre[c]) / spread[c];
    }
    return new Points(values, centre.length);
  }
}
