package org.steadymi.report.internal.markup;

/** Lengths and coordinates as short text. */
public final class Lengths {
  private Lengths() {}

  /** Returns a finite length rounded to a tenth, without a trailing zero. */
  public static String text(double length) {
    long tenths = Math.round(length * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
