package org.steadymi.launcher;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Plain {
  private Plain() {}

  /** Without an exponent and needless decimals. */
  static String number(double value) {
    return Double.isInfinite(value)
        ? "inf"
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
