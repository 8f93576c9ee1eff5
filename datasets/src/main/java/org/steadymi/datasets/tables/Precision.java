package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers so large, and so close to each other, that a double does not tell them apart well. */
final class Precision {
  /** Steps of a double between the least and the greatest number that are enough. */
  private static final double ENOUGH = 1e6;

  private Precision() {}

  static List<Finding> of(Table table) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column instanceof Column.Numbers numbers && lost(numbers.values())) {
        findings.add(finding(column));
      }
    }
    return findings;
  }

  private static Finding finding(Column column) {
    String large = "'%s' has numbers above 2^53, which are rounded: ".formatted(column.name());
    String advice = "subtract a constant, or name it in --categorical";
    return column.isConstant()
        ? Finding.error(large + "all are the same then; " + advice + ", or leave it out")
        : Finding.warning(large + "some that differ are the same then; " + advice);
  }

  private static boolean lost(double... values) {
    double least = Arrays.stream(values).min().orElse(0);
    double greatest = Arrays.stream(values).max().orElse(0);
    double largest = Math.max(Math.abs(least), Math.abs(greatest));
    return largest > Column.Numbers.EXACT && greatest - least < ENOUGH * Math.ulp(largest);
  }
}
