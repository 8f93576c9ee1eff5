package org.steadymi.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of texts and numbers, which the reader can sort by any column. The first column names the
 * row.
 *
 * @param title heading
 * @param columns what the columns hold, with distinct headers
 * @param rows the rows, each with one cell a column
 * @param caption what to see, or empty
 */
public record Table(String title, List<Column> columns, List<List<Cell>> rows, String caption)
    implements Block {

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException without title or columns, with two columns of one header, or
   *     where a row has another number of cells
   */
  public Table {
    Checks.present(title, "title of a table");
    columns = Checks.copyNonEmpty(columns, "columns of table '" + title + "'");
    Checks.distinct(
        columns.stream().map(Column::header).toList(), "column of table '" + title + "':");
    List<List<Cell>> copies = new ArrayList<>();
    for (List<Cell> row : Checks.copy(rows, "rows of table '" + title + "'")) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "row %d of table '%s' must have %d cells, not %d"
                .formatted(copies.size() + 1, title, columns.size(), row.size()));
      }
      copies.add(Checks.copy(row, "a row of table '" + title + "'"));
    }
    rows = List.copyOf(copies);
    caption = Checks.orEmpty(caption);
  }

  /** Returns a table without a caption. */
  public static Table of(String title, List<Column> columns, List<List<Cell>> rows) {
    return new Table(title, columns, rows, "");
  }

  /**
   * Returns a row of cells from texts and numbers.
   *
   * @throws IllegalArgumentException where a value is neither
   */
  public static List<Cell> row(Object... values) {
    return Arrays.stream(values).map(Cell::fromJson).toList();
  }

  /** Returns the same table with this caption instead of its own. */
  public Table withCaption(String newCaption) {
    return new Table(title, columns, rows, newCaption);
  }
}
