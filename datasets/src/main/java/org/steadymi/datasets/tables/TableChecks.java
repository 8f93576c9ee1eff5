package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.datasets.tables.Finding.Severity;

/**
 * What makes the mutual information of a table infinite, meaningless or hard to estimate.
 *
 * @param usable the table without its constant columns; all of it where a side has no others
 * @param findings errors and warnings, the errors first
 */
public record TableChecks(Table usable, List<Finding> findings) {
  /** Rows below which nothing is estimated. */
  public static final int FEWEST_ROWS = 50;

  /** Share of rows that repeat an earlier value of the column, from which on it is said. */
  public static final double HEAVY_TIES = 0.5;

  /** Share of rows that repeat an earlier row, from which on it is said. */
  public static final double MANY_DUPLICATES = 0.01;

  /** Copies the findings. */
  public TableChecks {
    findings = List.copyOf(findings);
  }

  /** Checks a table; takes time in rows · log(rows) for each column. */
  public static TableChecks of(Table table) {
    List<Finding> findings = new ArrayList<>();
    if (table.rows() < FEWEST_ROWS) {
      findings.add(
          Finding.error("expected %d rows or more, found %d".formatted(FEWEST_ROWS, table.rows())));
    }
    findings.addAll(Magnitudes.of(table));
    findings.addAll(Precision.of(table));
    Table usable = withoutConstants(table, findings);
    findings.addAll(Copies.across(usable));
    for (Column column : usable.columns()) {
      Identifiers.of(column).ifPresent(findings::add);
    }
    findings.addAll(Repeats.ties(usable));
    Repeats.rows(usable).ifPresent(findings::add);
    List<Finding> sorted =
        Stream.concat(
                findings.stream().filter(f -> f.severity() == Severity.ERROR),
                findings.stream().filter(f -> f.severity() == Severity.WARNING))
            .toList();
    return new TableChecks(usable, sorted);
  }

  private static Table withoutConstants(Table table, List<Finding> findings) {
    List<Column> constant = table.columns().stream().filter(Column::isConstant).toList();
    if (constant.isEmpty()) {
      return table;
    }
    List<Column> x = varying(table.x());
    List<Column> y = varying(table.y());
    if (x.isEmpty() || y.isEmpty()) {
      findings.add(
          Finding.error(
              "every column of %s is constant (%s): its mutual information with anything is 0"
                  .formatted(x.isEmpty() ? "X" : "Y", names(x.isEmpty() ? table.x() : table.y()))));
      return table;
    }
    findings.add(Finding.warning("left out constant columns: " + names(constant)));
    return new Table(table.name(), x, y, table.notes());
  }

  private static List<Column> varying(List<Column> side) {
    return side.stream().filter(column -> !column.isConstant()).toList();
  }

  static String names(List<Column> columns) {
    return Names.list(columns.stream().map(column -> "'" + column.name() + "'").toList());
  }

  /** Whether an error was found. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
