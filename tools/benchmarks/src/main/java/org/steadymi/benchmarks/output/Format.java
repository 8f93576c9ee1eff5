package org.steadymi.benchmarks.output;

import java.util.Locale;

/** Numbers as text, the same in every country. */
public final class Format {
  private Format() {}

  /** As {@link String#format(Locale, String, Object...)}, with a point and commas. */
  public static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** KiB as MiB without decimals. */
  public static String mebibytes(long kib) {
    return number("%,d MiB", Math.round(kib / 1024.0));
  }
}
