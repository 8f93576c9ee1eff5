package org.steadymi.estimators.baselines;

import java.util.Arrays;

/** Numbers in order: counting takes two binary searches. */
final class SortedColumn implements RangeCounter {
  private final double[] sorted;

  /** Of points with one number each. */
  SortedColumn(Points points) {
    sorted = points.values().clone();
    Arrays.sort(sorted);
  }

  @Override
  public int count(Points places, int row, double radius) {
    double place = places.at(row, 0);
    return upper(place, radius) - lower(place, radius);
  }

  /** The first index whose value is not too far below. */
  private int lower(double place, double radius) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place - sorted[middle] <= radius) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first index whose value is too far above. */
  private int upper(double place, double radius) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] - place <= radius) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
