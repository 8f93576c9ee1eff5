package org.steadymi.estimators.baselines;

/** Counts points near a place, in the maximum norm. */
interface RangeCounter {
  /**
   * How many of the points are no further away than the radius, the place itself included where it
   * is one of them. Distances are compared as floating-point numbers, |a − b| ≤ radius.
   *
   * @param places holds the place
   * @param row which of them
   * @param radius at least 0
   */
  int count(Points places, int row, double radius);

  /** A sorted column for one dimension, a tree for more. */
  static RangeCounter of(Points points) {
    return points.width() == 1 ? new SortedColumn(points) : new KdTree(points);
  }

  /** The largest radius that leaves out what is at this distance; 0 for distance 0. */
  static double below(double distance) {
    return distance > 0 ? Math.nextDown(distance) : 0;
  }
}
