package org.steadymi.datasets.tables;

import java.util.Arrays;
import java.util.Optional;

/** Columns that name their row. */
final class Identifiers {
  /** Levels per row from which on categories are said to be many. */
  private static final double MANY_LEVELS = 0.5;

  private Identifiers() {}

  static Optional<Finding> of(Column column) {
    return column instanceof Column.Categories categories
        ? ofCategories(categories)
        : ofNumbers((Column.Numbers) column);
  }

  private static Optional<Finding> ofCategories(Column.Categories column) {
    long used = Arrays.stream(column.counts()).filter(count -> count > 0).count();
    if (used == column.rows()) {
      return Optional.of(
          Finding.error(
              "column '%s' has another category in every row, as an id does: leave it out"
                  .formatted(column.name())));
    }
    return used >= MANY_LEVELS * column.rows()
        ? Optional.of(
            Finding.warning(
                "column '%s' has %,d categories in %,d rows: too few rows of each to learn from"
                    .formatted(column.name(), used, column.rows())))
        : Optional.empty();
  }

  private static Optional<Finding> ofNumbers(Column.Numbers column) {
    if (!Column.Numbers.whole(column.values())) {
      return Optional.empty();
    }
    double[] sorted = column.values().clone();
    Arrays.sort(sorted);
    if (Repeats.distinct(sorted) < sorted.length) {
      return Optional.empty();
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    return Optional.of(
        Finding.warning(
            high - low == sorted.length - 1
                ? "column '%s' holds each of the whole numbers %,.0f to %,.0f once: a row number?"
                    .formatted(column.name(), low, high)
                : "column '%s' has another whole number in every row: an id?"
                    .formatted(column.name())));
  }
}
