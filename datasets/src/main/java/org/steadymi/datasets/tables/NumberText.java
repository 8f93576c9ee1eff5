package org.steadymi.datasets.tables;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and marks of missing values in text. */
final class NumberText {
  /** Marks of a missing value beside the empty cell; letters of either case. */
  static final List<String> MISSING =
      List.of("NA", "N/A", "#N/A", "<NA>", "NaN", "-NaN", "null", "?");

  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}([.,]\\d{3})+");
  private static final double TWO_TO_64 = 0x1p64;
  private static final int LONGEST_MARK = 4;
  private static final List<String> INFINITE = List.of("inf", "infinity");
  private static final int SAFE_DIGITS = 15; // any such integer is a double
  private static final double[] POWERS = {
    1e0,
    1e1,
    1e2,
    1e3,
    1e4,
    1e5,
    1e6,
    1e7,
    1e8,
    1e9,
    1e10,
    1e11,
    1e12,
    1e13,
    1e14,
    1e15,
    1e16,
    1e17,
    1e18,
    1e19,
    1e20,
    1e21,
    1e22 // each a double without rounding
  };

  private NumberText() {}

  /** Whether a stripped cell means that there is no value. */
  static boolean isMissing(String cell) {
    return cell.isEmpty()
        || (cell.length() <= LONGEST_MARK && MISSING.stream().anyMatch(cell::equalsIgnoreCase));
  }

  static boolean isNumber(String cell, char point) {
    return !Double.isNaN(parse(cell, point));
  }

  /**
   * What to do about a cell that would be a number with the other decimal sign, or in thousands.
   */
  static Optional<String> otherPoint(String cell, char point) {
    String say = point == '.' ? "say --decimal-comma" : "leave --decimal-comma out";
    char other = point == '.' ? ',' : '.';
    boolean number = isNumber(cell, other);
    if (THOUSANDS.matcher(cell).matches() && cell.indexOf(point) < 0) {
      String without = "take each '%c' out if it separates thousands".formatted(other);
      return Optional.of(number ? without + ", else " + say : without);
    }
    return number ? Optional.of(say) : Optional.empty();
  }

  /**
   * The double nearest to a decimal number such as {@code -1.5e3}; infinite for {@code inf}, {@code
   * infinity} and beyond the range of doubles; NaN if the cell is no number.
   */
  static double parse(String cell, char point) {
    int length = cell.length();
    int at = length > 0 && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
    boolean negative = at == 1 && cell.charAt(0) == '-';
    long mantissa = 0;
    int digits = 0; // significant ones
    int figures = 0;
    int fraction = 0;
    boolean pointed = false;
    for (; at < length; at++) {
      char c = cell.charAt(at);
      if (c >= '0' && c <= '9') {
        figures++;
        digits += digits > 0 || c != '0' ? 1 : 0;
        fraction += pointed ? 1 : 0;
        mantissa = digits <= SAFE_DIGITS ? 10 * mantissa + (c - '0') : mantissa;
      } else if (c == point && !pointed) {
        pointed = true;
      } else {
        break;
      }
    }
    if (figures == 0) {
      return infinity(cell);
    }
    if (at == length && digits <= SAFE_DIGITS && fraction < POWERS.length) {
      double value = mantissa / POWERS[fraction]; // one rounding of two exact doubles
      return negative ? -value : value;
    }
    boolean number = at == length || isExponent(cell, at);
    return number ? Double.parseDouble(cell.replace(point, '.')) : Double.NaN;
  }

  private static boolean isExponent(String cell, int from) {
    int at = from + 1;
    if (cell.charAt(from) != 'e' && cell.charAt(from) != 'E') {
      return false;
    }
    if (at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
      at++;
    }
    return at == cell.length() && at > digits;
  }

  private static double infinity(String cell) {
    boolean signed = cell.startsWith("-") || cell.startsWith("+");
    String word = signed ? cell.substring(1) : cell;
    if (INFINITE.stream().noneMatch(word::equalsIgnoreCase)) {
      return Double.NaN;
    }
    return cell.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** A number as the name of a category: without a point if it is whole; {@code null} for NaN. */
  static String level(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    return isExactInteger(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** The same, with the digits that a float has. */
  static String level(float value) {
    if (Float.isNaN(value)) {
      return null;
    }
    return isExactInteger(value) ? Long.toString((long) value) : Float.toString(value);
  }

  private static boolean isExactInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p53;
  }

  /** A text as the name of a category; {@code null} if it means that there is none. */
  static String levelOrMissing(String text) {
    String level = text.strip();
    return isMissing(level) ? null : level;
  }

  /** The 64 bits as a number of at least 0, rounded to a double. */
  static double unsigned(long bits) {
    return bits >= 0 ? bits : bits + TWO_TO_64;
  }
}
