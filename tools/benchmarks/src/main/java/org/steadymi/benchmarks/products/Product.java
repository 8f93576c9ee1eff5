package org.steadymi.benchmarks.products;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product of matrices in single precision, [rows, inner] · [inner, columns].
 *
 * @param rows of the result
 * @param inner what is summed over
 * @param columns of the result
 * @param left whether the left matrix lies in memory as it is multiplied, or transposed
 * @param right the same of the right matrix
 */
record Product(int rows, int inner, int columns, Order left, Order right) {
  private static final Pattern TEXT = Pattern.compile("(\\d+)x(\\d+)x(\\d+):([NT])([NT])");

  /** How a matrix lies in memory, by the letters of BLAS. */
  enum Order {
    /** As it is multiplied. */
    N,
    /** Transposed. */
    T;

    static Order of(boolean transposed) {
      return transposed ? T : N;
    }
  }

  /**
   * Reads what {@link #text()} writes.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  static Product parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "product: expected ROWSxINNERxCOLUMNS:NN, found '" + text + "'");
    }
    return new Product(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Order.valueOf(parts.group(4)),
        Order.valueOf(parts.group(5)));
  }

  /** Of two square matrices. */
  static Product square(int side) {
    return new Product(side, side, side, Order.N, Order.N);
  }

  /** For command lines, such as {@code 64x20x256:NT}. */
  String text() {
    return "%dx%dx%d:%s%s".formatted(rows, inner, columns, left, right);
  }

  /** Multiplications and additions. */
  long operations() {
    return 2L * rows * inner * columns;
  }
}
