package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether whole numbers count as numbers or as categories. */
final class Kinds {
  /** Different whole numbers of a column up to which they may be the codes of categories. */
  static final int MOST_CODES = 10;

  static final String NAMED_CATEGORICAL = "named in --categorical";
  static final String NAMED_CONTINUOUS = "named in --continuous";
  static final String TEXT = "text";
  static final String TRUTH = "truth values";

  private Kinds() {}

  /** Numbers as read, of which a user may say that they count as numbers. */
  static Column numbers(String name, double[] values, boolean named) {
    return named
        ? new Column.Numbers(name, ColumnKind.CONTINUOUS, values, NAMED_CONTINUOUS)
        : Column.numbers(name, values);
  }

  /**
   * The columns of a side after the rule for whole numbers that nobody named: they count as
   * categories if every column of the side is categorical or holds at most {@value #MOST_CODES}
   * different whole numbers, as labels do; with any other column beside them, as numbers.
   */
  static List<Column> ofSide(List<Column> side) {
    List<double[]> codes = side.stream().map(Kinds::codes).toList();
    boolean labels = true;
    for (int i = 0; i < side.size(); i++) {
      boolean category = side.get(i).kind() == ColumnKind.CATEGORICAL;
      labels &= category || codes.get(i).length > 0;
    }
    List<Column> decided = new ArrayList<>();
    for (int i = 0; i < side.size(); i++) {
      Column column = side.get(i);
      boolean open = column instanceof Column.Numbers && column.kind() == ColumnKind.INTEGER;
      decided.add(open ? decide((Column.Numbers) column, codes.get(i), labels) : column);
    }
    return decided;
  }

  private static Column decide(Column.Numbers column, double[] codes, boolean labels) {
    if (codes.length == 0) {
      String how = "whole numbers, more than %d different ones".formatted(MOST_CODES);
      return new Column.Numbers(column.name(), column.kind(), column.values(), how);
    }
    if (!labels) {
      String how =
          "whole numbers, %d different ones, beside columns of numbers".formatted(codes.length);
      return new Column.Numbers(column.name(), column.kind(), column.values(), how);
    }
    int[] values = new int[column.rows()];
    for (int row = 0; row < values.length; row++) {
      double value = column.values()[row];
      values[row] = Double.isNaN(value) ? Column.MISSING : Arrays.binarySearch(codes, value + 0.0);
    }
    List<String> levels =
        Arrays.stream(codes).mapToObj(code -> Long.toString((long) code)).toList();
    String how =
        "whole numbers, only %d different ones (at most %d count as categories)"
            .formatted(codes.length, MOST_CODES);
    return new Column.Categories(column.name(), values, levels, how);
  }

  /**
   * The different values in order; none if the column is not open to the rule or has too many of
   * them.
   */
  private static double[] codes(Column column) {
    if (!(column instanceof Column.Numbers numbers) || numbers.kind() != ColumnKind.INTEGER) {
      return new double[0];
    }
    double[] codes = new double[0];
    for (double value : numbers.values()) {
      double code = value + 0.0; // -0 is 0
      if (!Double.isNaN(code) && Arrays.binarySearch(codes, code) < 0) {
        if (codes.length == MOST_CODES) {
          return new double[0];
        }
        codes = Arrays.copyOf(codes, codes.length + 1);
        codes[codes.length - 1] = code;
        Arrays.sort(codes);
      }
    }
    return codes;
  }
}
