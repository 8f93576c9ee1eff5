package org.steadymi.datasets;

/**
 * Aligned pairs: row i of x and row i of y are one draw from p(x, y); rows i ≠ j are draws from
 * p(x) p(y).
 *
 * @param x [n, xSize]
 * @param y [n, ySize]
 */
public record Pairs(Rows x, Rows y) {
  /** Checks that both sides have the same number of rows. */
  public Pairs {
    if (x.count() != y.count()) {
      throw new IllegalArgumentException(
          "pairs: expected as many y rows as x rows, found " + x.count() + " and " + y.count());
    }
  }

  /** Number of pairs. */
  public int count() {
    return x.count();
  }
}
