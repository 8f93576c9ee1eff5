package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of X and Y that hold the same. */
final class Copies {
  /** Largest deviation from a line, relative to the range: the rounding of floats, not noise. */
  private static final double ROUNDING = 1e-6;

  private Copies() {}

  /** An error for each column of Y that is a column of X again. */
  static List<Finding> across(Table table) {
    List<Finding> copies = new ArrayList<>();
    for (Column y : table.y()) {
      for (Column x : table.x()) {
        if (x instanceof Column.Numbers a
            && y instanceof Column.Numbers b
            && isLine(a.values(), b.values())) {
          copies.add(
              Finding.error(
                  "column '%s' of Y is column '%s' of X up to unit and offset:"
                          .formatted(y.name(), x.name())
                      + " their mutual information is infinite, or its entropy where values repeat:"
                      + " leave one out"));
          break;
        }
        if (x instanceof Column.Categories a
            && y instanceof Column.Categories b
            && isRelabelling(a, b)) {
          copies.add(
              Finding.error(
                  "column '%s' of Y is column '%s' of X, possibly under other names:"
                          .formatted(y.name(), x.name())
                      + " their mutual information is its entropy: leave one out"));
          break;
        }
      }
    }
    return copies;
  }

  /** Whether y = a·x + b with a ≠ 0, up to rounding; neither is constant. */
  private static boolean isLine(double[] x, double[] y) {
    int low = 0;
    int high = 0;
    for (int i = 1; i < x.length; i++) {
      low = x[i] < x[low] ? i : low;
      high = x[i] > x[high] ? i : high;
    }
    double rangeX = x[high] / 2 - x[low] / 2; // halves: a range can overflow
    double rangeY = y[high] / 2 - y[low] / 2;
    if (rangeX == 0 || rangeY == 0) {
      return false;
    }
    double tolerance = ROUNDING * Math.abs(rangeY);
    for (int i = 0; i < x.length; i++) {
      double along = (x[i] / 2 - x[low] / 2) / rangeX; // in [0, 1]
      double deviation = (y[i] / 2 - y[low] / 2) - along * rangeY;
      if (!(Math.abs(deviation) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  /** Whether each level of either goes with exactly one of the other; neither is constant. */
  private static boolean isRelabelling(Column.Categories x, Column.Categories y) {
    int[] toY = new int[x.levels().size()];
    int[] toX = new int[y.levels().size()];
    Arrays.fill(toY, Column.MISSING);
    Arrays.fill(toX, Column.MISSING);
    for (int row = 0; row < x.rows(); row++) {
      int a = x.codes()[row];
      int b = y.codes()[row];
      toY[a] = toY[a] == Column.MISSING ? b : toY[a];
      toX[b] = toX[b] == Column.MISSING ? a : toX[b];
      if (toY[a] != b || toX[b] != a) {
        return false;
      }
    }
    return !x.isConstant();
  }
}
