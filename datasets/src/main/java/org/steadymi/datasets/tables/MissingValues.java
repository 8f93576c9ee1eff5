package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Refuses, drops or fills missing values.
 *
 * @param file for messages
 */
record MissingValues(String file, Missing treatment) {
  /**
   * The columns complete, the rule for whole numbers applied to each side.
   *
   * @param columns those of X, then those of Y
   * @param widthX number of columns of X
   * @param notes where to say what was done
   */
  List<Column> handle(List<Column> columns, int widthX, List<String> notes) {
    List<Column> incomplete = columns.stream().filter(column -> column.missing() > 0).toList();
    incomplete.stream()
        .filter(column -> column.missing() == column.rows())
        .forEach(
            column -> {
              throw new Place(file, column.name()).column("is empty: all its values are missing");
            });
    if (!incomplete.isEmpty() && treatment == Missing.REFUSE) {
      throw new TableException(
          "%s: missing values: %s of %,d rows: choose --missing drop or --missing mean"
              .formatted(file, counts(incomplete), columns.get(0).rows()));
    }
    boolean drop = !incomplete.isEmpty() && treatment == Missing.DROP;
    List<Column> kept = drop ? dropped(columns, incomplete, notes) : columns;
    List<Column> decided =
        Stream.concat(
                Kinds.ofSide(kept.subList(0, widthX)).stream(),
                Kinds.ofSide(kept.subList(widthX, kept.size())).stream())
            .toList();
    return decided.stream().map(column -> filled(column, notes)).toList();
  }

  private static String counts(List<Column> incomplete) {
    return Names.list(
        incomplete.stream()
            .map(column -> "'%s' %,d".formatted(column.name(), column.missing()))
            .toList());
  }

  private List<Column> dropped(List<Column> columns, List<Column> incomplete, List<String> notes) {
    int rows = columns.get(0).rows();
    int[] complete =
        IntStream.range(0, rows)
            .filter(row -> incomplete.stream().noneMatch(column -> column.isMissing(row)))
            .toArray();
    if (complete.length == 0) {
      throw new TableException(
          "%s: every row misses a value (%s of %,d rows): choose other columns"
              .formatted(file, counts(incomplete), rows));
    }
    notes.add(
        "left out %,d of %,d rows with missing values: %s"
            .formatted(rows - complete.length, rows, counts(incomplete)));
    List<Column> kept = new ArrayList<>();
    for (Column column : columns) {
      kept.add(column.select(complete));
    }
    return kept;
  }

  private static Column filled(Column column, List<String> notes) {
    int missing = column.missing();
    if (missing == 0) {
      return column;
    }
    if (column instanceof Column.Categories categories) {
      int[] counts = categories.counts();
      int most =
          IntStream.range(0, counts.length)
              .reduce(0, (best, level) -> counts[level] > counts[best] ? level : best);
      notes.add(
          "column '%s': %,d missing values became its most frequent one of all rows, %s"
              .formatted(column.name(), missing, Place.shown(categories.levels().get(most))));
      int[] codes =
          Arrays.stream(categories.codes()).map(c -> c == Column.MISSING ? most : c).toArray();
      return new Column.Categories(column.name(), codes, categories.levels(), categories.how());
    }
    return filled((Column.Numbers) column, missing, notes);
  }

  private static Column filled(Column.Numbers column, int missing, List<String> notes) {
    double mean = 0; // updated value by value: no sum that could overflow
    int count = 0;
    for (double value : column.values()) {
      if (!Double.isNaN(value)) {
        count++;
        mean += value / count - mean / count;
      }
    }
    notes.add(
        "column '%s': %,d missing values became its mean of all rows, %s"
            .formatted(column.name(), missing, Double.toString(mean)));
    double fill = mean;
    double[] values =
        Arrays.stream(column.values()).map(value -> Double.isNaN(value) ? fill : value).toArray();
    boolean whole = column.kind() == ColumnKind.INTEGER && mean == Math.rint(mean);
    return new Column.Numbers(
        column.name(), whole ? ColumnKind.INTEGER : ColumnKind.CONTINUOUS, values, column.how());
  }
}
