package org.steadymi.benchmarks.soak;

import java.util.List;

/**
 * Memory of one process along its work.
 *
 * @param work what it did
 * @param unit of the work
 * @param points equally far apart, the first after the first part of the work
 */
record MemoryTrace(String work, String unit, List<Point> points) {
  MemoryTrace {
    if (points.size() < 2) {
      throw new IllegalArgumentException(
          "memory: expected at least two points, found " + points.size());
    }
    points = List.copyOf(points);
  }

  /**
   * One look.
   *
   * @param done units of work so far
   * @param residentKib memory in RAM, KiB
   */
  record Point(int done, long residentKib) {}

  /** Growth over the second half, KiB; below 0 where memory was given back. */
  long growthKib() {
    return last().residentKib() - middle().residentKib();
  }

  /** Growth over the second half by unit of work, bytes. */
  double bytesPerUnit() {
    return 1024.0 * growthKib() / (last().done() - middle().done());
  }

  /** About n points, equally far apart, the last among them. */
  List<Point> thinned(int n) {
    int stride = Math.max(1, points.size() / n);
    int offset = (points.size() - 1) % stride;
    return java.util.stream.IntStream.range(0, points.size())
        .filter(i -> i % stride == offset)
        .mapToObj(points::get)
        .toList();
  }

  private Point middle() {
    return points.get((points.size() - 1) / 2);
  }

  private Point last() {
    return points.get(points.size() - 1);
  }
}
