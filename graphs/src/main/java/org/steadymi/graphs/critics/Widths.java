package org.steadymi.graphs.critics;

import java.util.Arrays;

/** Layer widths. */
final class Widths {
  /** Two layers of this width have more weights between them than a vector holds. */
  private static final int MOST = 1 << 20;

  private Widths() {}

  /** in, then hidden {@code layers} times, then out. */
  static int[] of(int in, int hidden, int layers, int out) {
    int[] widths = new int[layers + 2];
    Arrays.fill(widths, hidden);
    widths[0] = in;
    widths[layers + 1] = out;
    return widths;
  }

  /** Refuses sides without columns. */
  static void requireSides(String critic, int xSize, int ySize) {
    require(critic, "width of x", xSize);
    require(critic, "width of y", ySize);
  }

  /** Refuses a width, or a number of layers, that is none, or that no critic could have. */
  static void require(String critic, String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          critic + ": expected " + setting + " of at least 1, found " + value);
    }
    if (value > MOST) {
      throw new IllegalArgumentException(
          critic + ": expected " + setting + " of at most " + MOST + ", found " + value);
    }
  }
}
