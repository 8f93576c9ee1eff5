package org.steadymi.estimators.baselines;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The definitions, word for word, with all distances; for samples without ties. */
final class BruteForce {
  private BruteForce() {}

  /** The distance of two rows in the maximum norm. */
  static double distance(Points points, int i, int j) {
    double most = 0;
    for (int c = 0; c < points.width(); c++) {
      most = Math.max(most, Math.abs(points.at(i, c) - points.at(j, c)));
    }
    return most;
  }

  /** How many rows, itself included, are no further away. */
  static int count(Points points, int row, double radius) {
    return (int)
        IntStream.range(0, points.count()).filter(j -> distance(points, row, j) <= radius).count();
  }

  /** The k nearest others, the nearest first. */
  static int[] nearest(Points points, int row, int k) {
    return IntStream.range(0, points.count())
        .filter(j -> j != row)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> distance(points, row, j)))
        .limit(k)
        .mapToInt(j -> j)
        .toArray();
  }

  /** Equations 8 and 9 of Kraskov et al. on columns of unit deviation. */
  static double ksg(Ksg.Variant variant, int k, Points x, Points y) {
    Points scaledX = Standardisation.of(x).applied(x);
    Points scaledY = Standardisation.of(y).applied(y);
    Points both = scaledX.beside(scaledY);
    double sum = 0;
    for (int i = 0; i < x.count(); i++) {
      int row = i;
      int[] nearest = nearest(both, i, k);
      double epsilon = distance(both, i, nearest[k - 1]);
      for (Points side : new Points[] {scaledX, scaledY}) {
        if (variant == Ksg.Variant.FIRST) {
          int nearer =
              (int)
                  IntStream.range(0, x.count())
                      .filter(j -> j != row && distance(side, row, j) < epsilon)
                      .count();
          sum += Digamma.of(nearer + 1);
        } else {
          double extent =
              Arrays.stream(nearest).mapToDouble(j -> distance(side, row, j)).max().orElseThrow();
          sum += Digamma.of(count(side, i, extent) - 1);
        }
      }
    }
    double constant = variant == Ksg.Variant.FIRST ? 0 : -1.0 / k;
    return Digamma.of(k) + constant + Digamma.of(x.count()) - sum / x.count();
  }

  /** Equation 2 of Ross on columns of unit deviation; every symbol occurs more than k times. */
  static double ross(int k, Points continuous, double[] symbols) {
    Points scaled = Standardisation.of(continuous).applied(continuous);
    double sum = 0;
    for (int i = 0; i < symbols.length; i++) {
      int row = i;
      int[] same =
          IntStream.range(0, symbols.length).filter(j -> symbols[j] == symbols[row]).toArray();
      double reach =
          Arrays.stream(same)
              .filter(j -> j != row)
              .mapToDouble(j -> distance(scaled, row, j))
              .sorted()
              .toArray()[k - 1];
      int nearer =
          (int)
              IntStream.range(0, symbols.length)
                  .filter(j -> distance(scaled, row, j) < reach)
                  .count();
      sum += Digamma.of(same.length) + Digamma.of(nearer);
    }
    return Digamma.of(symbols.length) + Digamma.of(k) - sum / symbols.length;
  }
}
