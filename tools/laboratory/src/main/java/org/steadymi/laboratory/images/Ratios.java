package org.steadymi.laboratory.images;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;

/**
 * Estimates of one loss, and their ratios. A ratio is one of two estimates of the same seed; over
 * an estimate below {@value #LEAST} nats it is not a number.
 *
 * @param loss its specification
 * @param settings of the study
 * @param results of all cells
 */
record Ratios(String loss, Settings settings, Results results) {
  static final double LEAST = 0.1;

  /** I(X;X), nats. */
  Interval whole() {
    return overSeeds(seed -> estimate(Property.BASELINE, all(), seed));
  }

  /** I(X;Y) / I(X;X) at t rows for the baseline, otherwise what is tested over I(X;Y). */
  Interval of(Property property, int rows) {
    int below = property == Property.BASELINE ? all() : rows;
    return overSeeds(
        seed -> ratio(estimate(property, rows, seed), estimate(Property.BASELINE, below, seed)));
  }

  /**
   * How far I(X;Y) / I(X;X) falls, at most, from a t to the next of the grid; 0 if it never does.
   */
  Interval fall() {
    int[] grid = SelfConsistency.rows(Property.BASELINE, settings);
    return overSeeds(
        seed -> {
          double whole = estimate(Property.BASELINE, all(), seed);
          double worst = 0;
          for (int i = 1; i < grid.length; i++) {
            double before = estimate(Property.BASELINE, grid[i - 1], seed);
            double after = estimate(Property.BASELINE, grid[i], seed);
            worst = Math.max(worst, ratio(before - after, whole));
          }
          return worst;
        });
  }

  /** Trainings of which a term left what exp can hold. */
  int exploded() {
    double count = 0;
    for (Property property : Property.values()) {
      for (int rows : SelfConsistency.rows(property, settings)) {
        for (int seed = 0; seed < settings.seeds(); seed++) {
          count += cell(property, rows, seed).number(PropertyCell.EXPLODED);
        }
      }
    }
    return (int) count;
  }

  private int all() {
    return Arrays.stream(SelfConsistency.rows(Property.BASELINE, settings)).max().orElseThrow();
  }

  private Interval overSeeds(IntToDoubleFunction quantity) {
    return Interval.of(IntStream.range(0, settings.seeds()).mapToDouble(quantity).toArray());
  }

  private static double ratio(double above, double below) {
    return below >= LEAST ? above / below : Double.NaN;
  }

  private double estimate(Property property, int rows, int seed) {
    return cell(property, rows, seed).number(PropertyCell.MI);
  }

  private CellResult cell(Property property, int rows, int seed) {
    return results.of(new PropertyCell(property, loss, rows, seed, settings).key());
  }
}
