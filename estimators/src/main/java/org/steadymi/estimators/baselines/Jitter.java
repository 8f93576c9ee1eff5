package org.steadymi.estimators.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Breaks ties, for the distances of nearest neighbours are taken to be all different: a column in
 * which values repeat gets normal noise of standard deviation 10⁻¹⁰, where the column has deviation
 * 1. Columns without repeated values stay as they are.
 */
final class Jitter {
  /** Standard deviation of the noise, in standard deviations of the column. */
  static final double AMPLITUDE = 1e-10;

  private final long seed;
  private final Random random;
  private final List<String> notes = new ArrayList<>();

  Jitter(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /**
   * The rows in units of each column's deviation, without ties.
   *
   * @param variable what notes call it
   */
  Points standardised(String variable, Points points) {
    Points scaled = Standardisation.of(points).applied(points);
    for (int c = 0; c < scaled.width(); c++) {
      int tied = tied(scaled, c);
      if (tied > 0) {
        disturb(scaled, c);
        notes.add(
            ("%s, column %d (from 0): %d of %d values occur more than once;"
                    + " jitter of %s standard deviations, seed %d")
                .formatted(variable, c, tied, points.count(), AMPLITUDE, seed));
      }
    }
    return scaled;
  }

  /** What was done, one line for each column with ties. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void disturb(Points points, int column) {
    for (int i = column; i < points.values().length; i += points.width()) {
      points.values()[i] += AMPLITUDE * random.nextGaussian();
    }
  }

  /** Rows whose value in the column is that of another row, too. */
  private static int tied(Points points, int column) {
    double[] sorted = new double[points.count()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = points.at(i, column) + 0.0; // no negative zero, which sorts apart
    }
    Arrays.sort(sorted);
    int tied = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && sorted[i - 1] == sorted[i];
      boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
      tied += before || after ? 1 : 0;
    }
    return tied;
  }
}
