package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One entry of a table: a text or a number. In JSON it is a plain string or number; the strings
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"} are numbers.
 */
public sealed interface Cell {

  /** A text, which may be empty. */
  record Text(@JsonValue String text) implements Cell {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException for null, and for the names of the numbers that are not
     *     finite
     */
    public Text {
      if (text == null || isNumberName(text)) {
        throw new IllegalArgumentException("'" + text + "' cannot be the text of a table's cell");
      }
    }
  }

  /** A number, which may be NaN (no value) or infinite. */
  record Numeric(@JsonValue double number) implements Cell {}

  /** Returns a text; the names of the numbers that are not finite become those numbers. */
  static Cell of(String text) {
    return text != null && isNumberName(text)
        ? new Numeric(Double.parseDouble(text))
        : new Text(text);
  }

  /** Returns a number. */
  static Cell of(double number) {
    return new Numeric(number);
  }

  /** Reads a cell from its JSON form. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Cell fromJson(Object value) {
    if (value instanceof Number number) {
      return of(number.doubleValue());
    }
    if (value instanceof String text) {
      return of(text);
    }
    throw new IllegalArgumentException("a table's cell must be a text or a number, not " + value);
  }

  private static boolean isNumberName(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }
}
