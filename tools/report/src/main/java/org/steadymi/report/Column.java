package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A column of a table.
 *
 * @param header short heading with the unit, such as "MI (nats)"
 * @param help what the numbers are, in a sentence; may be empty
 * @param format how its cells are shown; numbers are aligned at the right, texts at the left
 */
public record Column(String header, String help, Format format) {

  /**
   * How a cell is shown.
   *
   * @param notation the way of writing numbers
   * @param digits after the point ({@link Notation#FIXED}) or in all ({@link
   *     Notation#SIGNIFICANT}), 0 … 12
   */
  public record Format(Notation notation, @JsonProperty(required = true) int digits) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException without notation or where digits is outside 0 … 12
     */
    public Format {
      if (notation == null || digits < 0 || digits > 12) {
        throw new IllegalArgumentException(
            "a format must have a notation and 0 to 12 digits, not " + notation + ", " + digits);
      }
    }
  }

  /** A way of writing cells. */
  public enum Notation {
    /** Words. */
    TEXT,
    /** A fixed number of digits after the point. */
    FIXED,
    /** A fixed number of significant digits. */
    SIGNIFICANT,
    /** A share of 1, shown as a percentage with a fixed number of digits after the point. */
    PERCENT
  }

  /**
   * Validates.
   *
   * @throws IllegalArgumentException without header or format
   */
  public Column {
    Checks.present(header, "header of a column");
    help = Checks.orEmpty(help);
    if (format == null) {
      throw new IllegalArgumentException("column '" + header + "' must have a format");
    }
  }

  /** Returns a column of words. */
  public static Column text(String header, String help) {
    return new Column(header, help, new Format(Notation.TEXT, 0));
  }

  /** Returns a column of whole numbers. */
  public static Column integer(String header, String help) {
    return fixed(header, help, 0);
  }

  /** Returns a column of numbers with so many digits after the point. */
  public static Column fixed(String header, String help, int digits) {
    return new Column(header, help, new Format(Notation.FIXED, digits));
  }

  /** Returns a column of numbers with so many significant digits. */
  public static Column significant(String header, String help, int digits) {
    return new Column(header, help, new Format(Notation.SIGNIFICANT, digits));
  }

  /** Returns a column of shares of 1, shown as percentages. */
  public static Column percent(String header, String help, int digits) {
    return new Column(header, help, new Format(Notation.PERCENT, digits));
  }
}
