package org.steadymi.estimators.baselines;

import java.util.Arrays;

/**
 * A balanced k-d tree over points, in flat arrays (Bentley 1975, doi:10.1145/361002.361007). Every
 * node halves its points at the median of the widest side of the box around them, whatever the
 * points are, so that the depth is ⌈log₂(count / leaf)⌉ for equal points too. Node 1 is the root
 * and the children of node v are 2v and 2v + 1, so neither links nor ranges are stored.
 */
final class KdTree implements RangeCounter {
  private static final int LEAST_LEAF = 16;
  private static final int LEAF_PER_COORDINATE = 8;

  private final int width;

  /** Most points of a leaf: more in high dimension, where boxes tell little. */
  private final int leaf;

  private final int leaves;
  private final Points source;

  /** Of the source, in the order of the leaves; a place in that order is a position. */
  private final int[] rows;

  /**
   * Of leaf, coordinate, point: arrays of their own, for loops over a part become no vector code.
   */
  private final double[][][] columns;

  /** Of node v at 2 · width · v: the least coordinates, then the largest. */
  private final double[] boxes;

  /** A tree over points; at least one. */
  KdTree(Points source) {
    this.source = source;
    width = source.width();
    int count = source.count();
    leaf = Math.max(LEAST_LEAF, LEAF_PER_COORDINATE * width);
    int needed = (count + leaf - 1) / leaf;
    leaves = needed == 1 ? 1 : 2 * Integer.highestOneBit(needed - 1);
    boxes = new double[2 * leaves * 2 * width];
    rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = i;
    }
    columns = new double[leaves][width][];
    new Builder().build(1, 0, count);
  }

  /** The row of the point at a position. */
  int row(int position) {
    return rows[position];
  }

  @Override
  public int count(Points places, int row, double radius) {
    double[] place = Arrays.copyOfRange(places.values(), row * width, (row + 1) * width);
    return count(1, 0, rows.length, new Ball(place, radius, new double[leaf]));
  }

  /**
   * Points within a radius of a place.
   *
   * @param distances room for those of a leaf
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ball(double[] place, double radius, double[] distances) {}

  private int count(int node, int from, int to, Ball ball) {
    boolean inside = true;
    int low = 2 * width * node;
    int high = low + width;
    for (int c = 0; c < width; c++) {
      double toLow = boxes[low + c] - ball.place[c];
      double toHigh = boxes[high + c] - ball.place[c];
      if (toLow > ball.radius || -toHigh > ball.radius) {
        return 0;
      }
      inside &= -toLow <= ball.radius && toHigh <= ball.radius;
    }
    if (inside) {
      return to - from;
    }
    if (node >= leaves) {
      return countLeaf(node, ball);
    }
    int middle = (from + to) >>> 1;
    return count(2 * node, from, middle, ball) + count(2 * node + 1, middle, to, ball);
  }

  private int countLeaf(int node, Ball ball) {
    int points = measure(node, ball.place, ball.distances);
    int within = 0;
    for (int i = 0; i < points; i++) {
      within += ball.distances[i] <= ball.radius ? 1 : 0;
    }
    return within;
  }

  /** Distances between a place and the points of a leaf; how many these are. */
  private int measure(int node, double[] place, double[] distances) {
    double[][] leaf = columns[node - leaves];
    Arrays.fill(distances, 0);
    for (int c = 0; c < width; c++) {
      widen(leaf[c], place[c], distances);
    }
    return leaf[0].length;
  }

  /** One coordinate's part of the distances; without a branch, so that it becomes vector code. */
  private static void widen(double[] column, double at, double[] distances) {
    for (int i = 0; i < column.length; i++) {
      distances[i] = Math.max(distances[i], Math.abs(column[i] - at));
    }
  }

  /** The distance of a box, or the first coordinate's that is not below the bound. */
  private double boxDistance(int node, double[] place, double bound) {
    double most = 0;
    int low = 2 * width * node;
    for (int c = 0; c < width && most < bound; c++) {
      most = Math.max(most, Math.max(boxes[low + c] - place[c], place[c] - boxes[low + width + c]));
    }
    return most;
  }

  /** The nearest others of points of the tree, in the maximum norm; for one thread. */
  final class Search {
    private final double[] nearest;
    private final int[] neighbours;
    private final double[] place = new double[width];
    private final double[] distances = new double[leaf];
    private int position;

    /** For k neighbours, at most one less than there are points. */
    Search(int k) {
      nearest = new double[k];
      neighbours = new int[k];
    }

    /** Finds the neighbours of the point at a position. */
    void around(int point) {
      position = point;
      System.arraycopy(source.values(), rows[point] * width, place, 0, width);
      Arrays.fill(nearest, Double.POSITIVE_INFINITY);
      visit(1, 0, rows.length);
    }

    /** The distance of the k-th neighbour. */
    double distance() {
      return nearest[nearest.length - 1];
    }

    /** The largest distance of the k neighbours along coordinates [from, to). */
    double extent(int from, int to) {
      double most = 0;
      for (int neighbour : neighbours) {
        for (int c = from; c < to; c++) {
          most = Math.max(most, Math.abs(source.at(rows[neighbour], c) - place[c]));
        }
      }
      return most;
    }

    private void visit(int node, int from, int to) {
      if (node >= leaves) {
        visitLeaf(node, from);
        return;
      }
      int middle = (from + to) >>> 1;
      double left = boxDistance(2 * node, place, distance());
      double right = boxDistance(2 * node + 1, place, distance());
      if (left < right || (left == right && position < middle)) {
        visitWithin(left, 2 * node, from, middle);
        visitWithin(right, 2 * node + 1, middle, to);
      } else {
        visitWithin(right, 2 * node + 1, middle, to);
        visitWithin(left, 2 * node, from, middle);
      }
    }

    /** Visits a node whose box is at a distance, if it can hold a nearer point. */
    private void visitWithin(double distance, int node, int from, int to) {
      if (distance < distance()) {
        visit(node, from, to);
      }
    }

    private void visitLeaf(int node, int from) {
      int points = measure(node, place, distances);
      for (int i = 0; i < points; i++) {
        if (distances[i] < distance() && from + i != position) {
          insert(distances[i], from + i);
        }
      }
    }

    private void insert(double distance, int neighbour) {
      int i = nearest.length - 1;
      while (i > 0 && nearest[i - 1] > distance) {
        nearest[i] = nearest[i - 1];
        neighbours[i] = neighbours[i - 1];
        i--;
      }
      nearest[i] = distance;
      neighbours[i] = neighbour;
    }
  }

  /** Sorts the rows into the leaves and measures the boxes. */
  private final class Builder {
    private final double[] keys = new double[source.count()];

    void build(int node, int from, int to) {
      int side = measure(node, from, to);
      if (node < leaves) {
        for (int i = from; i < to; i++) {
          keys[i] = source.at(rows[i], side);
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle);
        build(2 * node, from, middle);
        build(2 * node + 1, middle, to);
      } else {
        fill(columns[node - leaves], from, to);
      }
    }

    private void fill(double[][] leaf, int from, int to) {
      for (int c = 0; c < width; c++) {
        leaf[c] = new double[to - from];
        for (int i = from; i < to; i++) {
          leaf[c][i - from] = source.at(rows[i], c);
        }
      }
    }

    /** Sets the box; the coordinate along which it is widest. */
    private int measure(int node, int from, int to) {
      int low = 2 * width * node;
      int high = low + width;
      System.arraycopy(source.values(), rows[from] * width, boxes, low, width);
      System.arraycopy(source.values(), rows[from] * width, boxes, high, width);
      for (int i = from + 1; i < to; i++) {
        for (int c = 0; c < width; c++) {
          double at = source.at(rows[i], c);
          boxes[low + c] = Math.min(boxes[low + c], at);
          boxes[high + c] = Math.max(boxes[high + c], at);
        }
      }
      int widest = 0;
      for (int c = 1; c < width; c++) {
        if (boxes[high + c] - boxes[low + c] > boxes[high + widest] - boxes[low + widest]) {
          widest = c;
        }
      }
      return widest;
    }

    /** Hoare's selection on [first, last]: no key before the target is above one behind it. */
    private void select(int first, int last, int target) {
      while (first < last) {
        double pivot = median(keys[first], keys[(first + last) >>> 1], keys[last]);
        int i = first;
        int j = last;
        while (i <= j) {
          while (keys[i] < pivot) {
            i++;
          }
          while (keys[j] > pivot) {
            j--;
          }
          if (i <= j) {
            swap(i++, j--);
          }
        }
        if (target <= j) {
          last = j;
        } else if (target >= i) {
          first = i;
        } else {
          return;
        }
      }
    }

    private void swap(int i, int j) {
      double key = keys[i];
      keys[i] = keys[j];
      keys[j] = key;
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }

    private static double median(double a, double b, double c) {
      return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
  }
}
