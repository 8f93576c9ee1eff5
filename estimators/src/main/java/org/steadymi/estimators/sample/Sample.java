package org.steadymi.estimators.sample;

import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Sha256;
import org.steadymi.estimators.baselines.Points;

/**
 * Rows of two variables that were observed together.
 *
 * @param x [n, d_x]
 * @param y [n, d_y]
 */
record Sample(Points x, Points y) {
  /**
   * Checks that they are as many.
   *
   * @throws IllegalArgumentException with one line, if not
   */
  public Sample {
    if (x.count() != y.count()) {
      throw new IllegalArgumentException(
          "estimate: expected as many rows of y as of x, found %d of x and %d of y"
              .formatted(x.count(), y.count()));
    }
  }

  /** Number of rows. */
  int count() {
    return x.count();
  }

  /** The rows at these indices, in this order. */
  Sample select(int... rows) {
    return new Sample(x.select(rows), y.select(rows));
  }

  /** The rows as a critic takes them. */
  Pairs mapped(RowMap ofX, RowMap ofY) {
    return new Pairs(floats(ofX.of(x)), floats(ofY.of(y)));
  }

  /** SHA-256 of all numbers, those of x first, as big-endian doubles, in hex. */
  String fingerprint() {
    return Sha256.hex(x.values(), y.values());
  }

  private static Rows floats(Points points) {
    float[] floats = new float[points.values().length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) points.values()[i];
    }
    return new Rows(floats, points.width());
  }
}
