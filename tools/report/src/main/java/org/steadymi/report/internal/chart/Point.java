package org.steadymi.report.internal.chart;

/**
 * A place in a drawing.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 */
record Point(double x, double y) {
  /** Pixels between two places. */
  double distance(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }
}
