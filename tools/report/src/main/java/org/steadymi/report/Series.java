package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A named curve.
 *
 * @param name what it is
 * @param x positions, ascending
 * @param y values, as many; NaN and infinite values are gaps
 * @param style how it is drawn
 * @param band the area around it, with as many positions; null where it has none
 */
public record Series(
    String name,
    Values x,
    Values y,
    Style style,
    @JsonInclude(JsonInclude.Include.NON_NULL) Band band) {

  /** How a curve is drawn. */
  public enum Style {
    /** A full line. */
    SOLID,
    /** A broken line. */
    DASHED,
    /** A thin, pale line, for a noisy curve behind its smoothed one. */
    FAINT
  }

  /**
   * Validates.
   *
   * @throws IllegalArgumentException where the lengths differ or x is not finite and ascending
   */
  public Series {
    Checks.present(name, "name of a series");
    if (x == null || y == null || style == null) {
      throw new IllegalArgumentException("series '" + name + "' must have x, y and a style");
    }
    if (x.size() != y.size()) {
      throw new IllegalArgumentException(
          "series '%s' must have as many x as y, not %d and %d"
              .formatted(name, x.size(), y.size()));
    }
    if (band != null && band.low().size() != x.size()) {
      throw new IllegalArgumentException(
          "series '%s' must have a band of as many positions, not %d and %d"
              .formatted(name, x.size(), band.low().size()));
    }
    for (int i = 0; i < x.size(); i++) {
      if (!Double.isFinite(x.get(i)) || (i > 0 && x.get(i) < x.get(i - 1))) {
        throw new IllegalArgumentException(
            "series '%s' must have finite, ascending x: position %d holds %s"
                .formatted(name, i, x.get(i)));
      }
    }
  }

  /** Returns a full line through values at steps 1, 2, 3, … */
  public static Series steps(String name, double... y) {
    return new Series(name, Values.counting(1, y.length), Values.of(y), Style.SOLID, null);
  }

  /** Returns a full line through values at steps 1, 2, 3, … */
  public static Series steps(String name, float... y) {
    return new Series(name, Values.counting(1, y.length), Values.of(y), Style.SOLID, null);
  }

  /** Returns a full line. */
  public static Series of(String name, double[] x, double[] y) {
    return new Series(name, Values.of(x), Values.of(y), Style.SOLID, null);
  }

  /** Returns the same curve in another style. */
  public Series with(Style newStyle) {
    return new Series(name, x, y, newStyle, band);
  }

  /**
   * Returns the same curve with an area around it.
   *
   * @param low lower end at each position
   * @param high upper end at each position; where an end is not finite the area has a gap
   */
  public Series withBand(double[] low, double[] high) {
    return new Series(name, x, y, style, new Band(Values.of(low), Values.of(high)));
  }
}
