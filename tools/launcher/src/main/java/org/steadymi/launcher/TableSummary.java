package org.steadymi.launcher;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.steadymi.datasets.tables.Column;
import org.steadymi.datasets.tables.Finding;
import org.steadymi.datasets.tables.Table;
import org.steadymi.datasets.tables.TableChecks;

/** What a table holds and what is to be known about it, before anything is estimated. */
final class TableSummary {
  private static final int NAMED = 6;

  /** Steps of a float between the least and the greatest number that are enough. */
  private static final int STEPS = 10_000;

  private TableSummary() {}

  static void print(TableChecks checks, PrintWriter out) {
    Table table = checks.usable();
    out.printf(Locale.ROOT, "%s: %,d rows%n", table.name(), table.rows());
    out.printf("  X          %s%n", side(table.x()));
    out.printf("  Y          %s%n", side(table.y()));
    table.notes().forEach(note -> out.printf("  note       %s%n", note));
    for (Finding finding : checks.findings()) {
      out.printf(
          "  %-10s %s%n", finding.severity().name().toLowerCase(Locale.ROOT), finding.message());
    }
    out.flush();
  }

  /** How an exported critic takes columns that it does not take as they are, a line for each. */
  static List<String> inputs(Table table) {
    return table.columns().stream().flatMap(column -> input(column).stream()).toList();
  }

  private static Optional<String> input(Column column) {
    return column instanceof Column.Categories categories
        ? Optional.of(oneHot(categories))
        : rounded((Column.Numbers) column);
  }

  private static String oneHot(Column.Categories column) {
    return "takes '%s' as %d columns of 0 and 1: %s"
        .formatted(column.name(), column.levels().size(), String.join(", ", column.levels()));
  }

  /** An estimate has the numbers as they are, less their centre. */
  private static Optional<String> rounded(Column.Numbers column) {
    double least = Arrays.stream(column.values()).min().orElse(0);
    double greatest = Arrays.stream(column.values()).max().orElse(0);
    float step = Math.ulp((float) Math.max(Math.abs(least), Math.abs(greatest)));
    return greatest - least < STEPS * step
        ? Optional.of(
            "takes '%s' in steps of %s, as 32-bit floats: subtract a constant from it for finer ones"
                .formatted(column.name(), step))
        : Optional.empty();
  }

  private static String side(List<Column> columns) {
    String named =
        columns.stream().limit(NAMED).map(TableSummary::column).collect(Collectors.joining(", "));
    int more = columns.size() - NAMED;
    return more > 0 ? named + ", … (%d columns)".formatted(columns.size()) : named;
  }

  private static String column(Column column) {
    String kind =
        column instanceof Column.Categories categories
            ? categories.levels().size() + " categories"
            : column.kind().name().toLowerCase(Locale.ROOT);
    return "%s (%s: %s)".formatted(column.name(), kind, column.how());
  }
}
