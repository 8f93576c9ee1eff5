package org.steadymi.datasets.tables;

/**
 * What to read of a table, and how.
 *
 * @param columns which columns
 * @param csv how a text table is written
 * @param missing what to do about missing values
 */
public record TableOptions(ColumnChoice columns, CsvOptions csv, Missing missing) {
  /** These columns; kinds, header and delimiter as found, missing values refused. */
  public static TableOptions of(String x, String y) {
    return new TableOptions(new ColumnChoice(x, y, "", ""), CsvOptions.automatic(), Missing.REFUSE);
  }

  /** The same with these columns as categories. */
  public TableOptions withCategorical(String names) {
    return new TableOptions(
        new ColumnChoice(columns.x(), columns.y(), names, columns.continuous()), csv, missing);
  }

  /** The same with these columns as numbers. */
  public TableOptions withContinuous(String names) {
    return new TableOptions(
        new ColumnChoice(columns.x(), columns.y(), columns.categorical(), names), csv, missing);
  }

  /** The same for text tables written this way. */
  public TableOptions withCsv(CsvOptions other) {
    return new TableOptions(columns, other, missing);
  }

  /** The same with this treatment of missing values. */
  public TableOptions withMissing(Missing other) {
    return new TableOptions(columns, csv, other);
  }
}
