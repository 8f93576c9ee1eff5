package org.steadymi.datasets.tables;

import java.util.Optional;

/**
 * How a text table is written; other formats say it themselves.
 *
 * @param header whether the first row holds names
 * @param delimiter between cells; empty to find it among tab, semicolon, bar and comma
 * @param decimalComma whether numbers are written {@code 3,14}
 */
public record CsvOptions(Header header, Optional<Character> delimiter, boolean decimalComma) {
  /** Checks the delimiter. */
  public CsvOptions {
    delimiter.ifPresent(d -> check(d, decimalComma));
  }

  private static void check(char delimiter, boolean decimalComma) {
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
      throw new TableException(
          "delimiter: expected a character other than a quote and the end of a line");
    }
    if (delimiter == ',' && decimalComma) {
      throw new TableException(
          "delimiter: a comma is the decimal sign already: name another, or no decimal comma");
    }
  }

  /** Header and delimiter found in the file, decimal point. */
  public static CsvOptions automatic() {
    return new CsvOptions(Header.AUTO, Optional.empty(), false);
  }

  /** The same with this header. */
  public CsvOptions withHeader(Header other) {
    return new CsvOptions(other, delimiter, decimalComma);
  }

  /** The same with this delimiter. */
  public CsvOptions withDelimiter(char other) {
    return new CsvOptions(header, Optional.of(other), decimalComma);
  }

  /** The same with a decimal comma. */
  public CsvOptions withDecimalComma() {
    return new CsvOptions(header, delimiter, true);
  }
}
