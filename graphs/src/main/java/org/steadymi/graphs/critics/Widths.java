package org.steadymi.graphs.critics;

import java.util.Arrays;

/** Layer widths. */
final class Widths {
  private Widths() {}

  /** in, then hidden {@code layers} times, then out. */
  static int[] of(int in, int hidden, int layers, int out) {
    int[] widths = new int[layers + 2];
    Arrays.fill(widths, hidden);
    widths[0] = in;
    widths[layers + 1] = out;
    return widths;
  }

  static void require(String critic, String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          critic + ": expected " + setting + " of at least 1, found " + value);
    }
  }
}
