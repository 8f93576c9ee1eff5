package org.steadymi.benchmarks.baselines;

import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.steadymi.estimators.baselines.Points;

/** Kraskov's first estimator from all distances, O(N² d), as one writes it without a tree. */
final class BruteForceKsg {
  private final Points x;
  private final Points y;
  private final int neighbours;

  BruteForceKsg(KsgTask.Pairs pairs, int neighbours) {
    this.x = pairs.x();
    this.y = pairs.y();
    this.neighbours = neighbours;
  }

  /** The estimate, nats. */
  double nats() {
    int n = x.count();
    double sum = 0;
    double[] fromX = new double[n];
    double[] fromY = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        fromX[j] = distance(x, i, j);
        fromY[j] = distance(y, i, j);
      }
      double reach = reach(fromX, fromY);
      sum += Gamma.digamma(nearer(fromX, reach)) + Gamma.digamma(nearer(fromY, reach));
    }
    return Gamma.digamma(neighbours) + Gamma.digamma(n) - sum / n;
  }

  /** The distance of the k-th neighbour; the nearest of all is the sample itself. */
  private double reach(double[] fromX, double[] fromY) {
    double[] nearest = new double[neighbours + 1];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int j = 0; j < fromX.length; j++) {
      double distance = Math.max(fromX[j], fromY[j]);
      if (distance < nearest[neighbours]) {
        nearest[neighbours] = distance;
        Arrays.sort(nearest);
      }
    }
    return nearest[neighbours];
  }

  /** How many are nearer, the sample itself included. */
  private static int nearer(double[] distances, double reach) {
    int nearer = 0;
    for (double distance : distances) {
      nearer += distance < reach ? 1 : 0;
    }
    return nearer;
  }

  private static double distance(Points points, int i, int j) {
    double most = 0;
    for (int c = 0; c < points.width(); c++) {
      most = Math.max(most, Math.abs(points.at(i, c) - points.at(j, c)));
    }
    return most;
  }
}
