package org.steadymi.report.internal.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.steadymi.report.Column;

/** Numbers as people read them: with a real minus sign, grouped thousands and powers of ten. */
public final class NumberText {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private NumberText() {}

  /** Returns a number in the format of a column; a small one that would read 0 keeps its size. */
  public static String of(double value, Column.Format format) {
    boolean vanishes =
        value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -format.digits()) && format.digits() > 0;
    return vanishes && format.notation() == Column.Notation.FIXED
        ? significant(value, 2)
        : rounded(value, format);
  }

  /** Returns a number in a format, with as many digits as it says: a small one may read 0. */
  static String rounded(double value, Column.Format format) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    return switch (format.notation()) {
      case TEXT -> significant(value, 6);
      case FIXED -> Math.abs(value) >= 1e9 ? significant(value, 4) : fixed(value, format.digits());
      case SIGNIFICANT -> significant(value, Math.max(1, format.digits()));
      case PERCENT -> fixed(100 * value, format.digits()) + " %";
    };
  }

  /** Returns a number with so many significant digits at most. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= 6 || exponent < -4) {
      return scientific(rounded, exponent);
    }
    return signed(String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded));
  }

  /** Returns a number that is a multiple of a step, with the digits that the step needs. */
  static String tick(double value, double step) {
    if (value == 0) {
      return "0";
    }
    double largest = Math.max(Math.abs(value), step);
    if (largest >= 1e6 || step < 1e-5) {
      int digits = (int) Math.max(1, 1 + Math.floor(Math.log10(largest)) - floorLog(step));
      return significant(value, digits);
    }
    return fixed(value, Math.max(0, -floorLog(step)));
  }

  private static int floorLog(double step) {
    return (int) Math.floor(Math.log10(step) + 1e-9);
  }

  private static String fixed(double value, int digits) {
    String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero && text.startsWith("-") ? text.substring(1) : signed(text);
  }

  private static String scientific(BigDecimal rounded, int exponent) {
    String mantissa = rounded.movePointLeft(exponent).toPlainString();
    String power = "10" + superscript(exponent);
    return signed(
        switch (mantissa) {
          case "1" -> power;
          case "-1" -> "-" + power;
          default -> mantissa + "×" + power;
        });
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    Integer.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }

  private static String signed(String text) {
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  }
}
