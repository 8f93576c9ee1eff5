package org.steadymi.estimators.sample.checks;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.Variable;

/** Functions of a variable, a row of which depends on nothing but the same row of the variable. */
final class Functions {
  private static final int LEVELS = 8;

  private Functions() {}

  /**
   * The variable, and beside it a function that tells nothing new: of symbols a copy; of numbers
   * z²/(1 + z²) of each column, where z is its distance from the median in units of the distance of
   * its quartiles. That is bounded however heavy the tails are, and does not grow with the column.
   */
  static Variable beside(Variable variable) {
    Points values = variable.values();
    Points added = variable.discrete() ? values : byColumn(values, Functions::folded);
    return new Variable(values.beside(added), variable.discrete());
  }

  /**
   * A function that keeps the most of it: symbols in pairs, the columns of which are added; of
   * numbers, in which of {@value #LEVELS} parts of equally many rows each column's lies, from 0.
   */
  static Variable coarser(Variable variable) {
    Points values = variable.values();
    return variable.discrete()
        ? new Variable(inPairs(values), true)
        : new Variable(byColumn(values, Functions::levels), false);
  }

  /** These columns, in this order. */
  static Variable columns(Variable variable, int... columns) {
    Points values = variable.values();
    double[] kept = new double[values.count() * columns.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = values.at(i / columns.length, columns[i % columns.length]);
    }
    return new Variable(new Points(kept, columns.length), variable.discrete());
  }

  /** Whether all rows are equal. */
  static boolean constant(Variable variable) {
    double[] values = variable.values().values();
    int width = variable.values().width();
    for (int i = width; i < values.length; i++) {
      if (values[i] != values[i - width]) {
        return false;
      }
    }
    return true;
  }

  private static Points inPairs(Points values) {
    int width = (values.width() + 1) / 2;
    double[] sums = new double[values.count() * width];
    for (int row = 0; row < values.count(); row++) {
      for (int c = 0; c < values.width(); c++) {
        sums[row * width + c / 2] += values.at(row, c);
      }
    }
    return new Points(sums, width);
  }

  /** A function of one number, as a column's sorted numbers make it. */
  @FunctionalInterface
  private interface Fitted {
    DoubleUnaryOperator to(double[] sorted);
  }

  private static Points byColumn(Points values, Fitted fitted) {
    double[] mapped = new double[values.values().length];
    for (int c = 0; c < values.width(); c++) {
      double[] column = new double[values.count()];
      for (int row = 0; row < column.length; row++) {
        column[row] = values.at(row, c);
      }
      Arrays.sort(column);
      DoubleUnaryOperator function = fitted.to(column);
      for (int row = 0; row < column.length; row++) {
        mapped[row * values.width() + c] = function.applyAsDouble(values.at(row, c));
      }
    }
    return new Points(mapped, values.width());
  }

  private static DoubleUnaryOperator folded(double... sorted) {
    int n = sorted.length;
    double median = sorted[n / 2];
    double quartiles = sorted[3 * n / 4] - sorted[n / 4];
    double unit = quartiles > 0 ? quartiles : 1;
    return value -> {
      double z = (value - median) / unit;
      return 1 - 1 / (1 + z * z);
    };
  }

  private static DoubleUnaryOperator levels(double... sorted) {
    double[] edges = new double[LEVELS - 1];
    Arrays.setAll(edges, k -> sorted[sorted.length * (k + 1) / LEVELS]);
    return value -> Arrays.stream(edges).filter(edge -> edge < value).count();
  }
}
