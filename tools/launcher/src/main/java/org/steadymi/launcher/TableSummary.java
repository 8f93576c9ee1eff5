package org.steadymi.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.steadymi.datasets.tables.Column;
import org.steadymi.datasets.tables.Finding;
import org.steadymi.datasets.tables.Table;
import org.steadymi.datasets.tables.TableChecks;

/** What a table holds and what is to be known about it, before anything is estimated. */
final class TableSummary {
  private static final int NAMED = 6;

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

  /** What a critic of these columns takes in the place of categories, a line for each. */
  static List<String> oneHot(Table table) {
    return table.columns().stream()
        .filter(Column.Categories.class::isInstance)
        .map(Column.Categories.class::cast)
        .map(
            column ->
                "takes '%s' as %d columns of 0 and 1: %s"
                    .formatted(
                        column.name(), column.levels().size(), String.join(", ", column.levels())))
        .toList();
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
