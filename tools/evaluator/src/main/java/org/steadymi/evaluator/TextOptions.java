package org.steadymi.evaluator;

import java.io.Serializable;
import org.steadymi.datasets.tables.CsvOptions;
import picocli.CommandLine.Option;

/** How a table of text is to be read. */
public final class TextOptions implements Serializable {
  private static final long serialVersionUID = 1L;

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      description = "between the cells of a text table (default: found in the table)")
  private Character delimiter;

  @Option(names = "--decimal-comma", description = "numbers in text are written 3,14")
  private boolean decimalComma;

  /** What the options say of cells, and nothing of a header. */
  public CsvOptions csv() {
    CsvOptions csv = CsvOptions.automatic();
    csv = decimalComma ? csv.withDecimalComma() : csv;
    return delimiter == null ? csv : csv.withDelimiter(delimiter);
  }
}
