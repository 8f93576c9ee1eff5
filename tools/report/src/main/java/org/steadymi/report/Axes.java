package org.steadymi.report;

/**
 * The two axes of a chart.
 *
 * @param x horizontal
 * @param y vertical
 */
public record Axes(Axis x, Axis y) {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException where one is missing
   */
  public Axes {
    if (x == null || y == null) {
      throw new IllegalArgumentException("a chart must have both axes");
    }
  }
}
