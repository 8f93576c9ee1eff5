package org.steadymi.estimators.sample.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Estimation;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.estimators.sample.Shuffle;
import org.steadymi.estimators.sample.Variable;
import org.steadymi.estimators.sample.Verdict;

/**
 * Where an estimate goes as rows are added: estimates on all N rows, on both halves and on all four
 * quarters of these, and a straight line in 1/rows through the three means, whose value at 0 is the
 * estimate from infinitely many rows. Strong et al. 1998, doi:10.1103/PhysRevLett.80.197, did so
 * for entropies of counts.
 *
 * <p>That the bias goes as 1/rows is an assumption; of critics nobody has shown it. The value is
 * neither a bound nor what these critics read anywhere. It is refused where
 *
 * <ul>
 *   <li>the verdict on the table says that there is nothing to extrapolate, or nothing sound;
 *   <li>the three means are not on a line within their errors, χ² &gt; {@value #CHI_SQUARED};
 *   <li>it differs by more than {@value #MOST} of the table's value from it: then terms beyond 1/N
 *       are not small either.
 * </ul>
 *
 * <p>The means count as independent though they share rows: their common error is no curvature, so
 * the second rule finds large bends only.
 *
 * @param levels estimates on all rows, halves and quarters, in this order
 * @param limit the value of the line at 1/rows = 0, with the error of the fit; to be shown beside
 *     the refusals, if at all, where there are any
 * @param perInverseRow the slope of the line, nats · rows; below 0 if estimates grow with the rows
 * @param chiSquared of the line, of one degree of freedom
 * @param refusals why the limit is not to be used, a sentence each
 */
public record Extrapolation(
    List<Level> levels,
    Measured limit,
    Measured perInverseRow,
    double chiSquared,
    List<String> refusals) {
  /** 95 % quantile of χ² with one degree of freedom. */
  public static final double CHI_SQUARED = 3.84;

  /** The share of the table's value that the limit may differ from it. */
  public static final double MOST = 0.25;

  /** The smallest parts are quarters of the table. */
  private static final int PARTS = 4;

  private static final Set<Verdict> UNSOUND =
      Set.of(Verdict.INDEPENDENT, Verdict.UNSTABLE, Verdict.AT_CEILING);

  /** Below any error that a mean has, nats; where a mean has none, it gets this. */
  private static final double LEAST_ERROR = 1e-9;

  /** Copies the lists. */
  public Extrapolation {
    levels = List.copyOf(levels);
    refusals = List.copyOf(refusals);
  }

  /**
   * Estimates, and extrapolates.
   *
   * @throws IllegalArgumentException as {@link #of(Estimate, Variable, Variable, EstimateOptions,
   *     EstimationProgress)}
   */
  public static Extrapolation of(
      Variable x, Variable y, EstimateOptions options, EstimationProgress progress) {
    requireRows(x.values().count(), options);
    Estimate estimate = Estimation.of(x, y, options, progress).estimate();
    return of(estimate, x, y, options, progress);
  }

  /**
   * Extrapolates an estimate: six more are made, in the same way.
   *
   * @param estimate of x and y with these options
   * @param options of each estimate, its budget included; the seed also shuffles the rows
   * @param progress is told of the candidates of all estimates that are made
   * @throws IllegalArgumentException with one line, as {@link #requireRows}, or as {@link
   *     Estimation#of}
   */
  public static Extrapolation of(
      Estimate estimate,
      Variable x,
      Variable y,
      EstimateOptions options,
      EstimationProgress progress) {
    requireRows(x.values().count(), options);
    Observed table = new Observed("the table", x, y);
    Readings readings = new Readings(options, progress, 2 + 4);
    readings.put(table, estimate);
    List<Level> levels = new ArrayList<>();
    for (List<Observed> parts : nested(table, options.seed())) {
      levels.add(
          new Level(
              table.count() / (double) parts.size(), parts.stream().map(readings::of).toList()));
    }
    return of(levels, estimate.judgement().verdict());
  }

  /**
   * The line through estimates.
   *
   * @param levels at least three, all rows first
   * @param verdict on all rows
   */
  static Extrapolation of(List<Level> levels, Verdict verdict) {
    if (!levels.stream().map(Level::mean).allMatch(Measured::finite)) {
      Measured none = new Measured(Double.NaN, Double.NaN);
      String why = "the estimate of the table or of a part of it is no number";
      return new Extrapolation(levels, none, none, Double.NaN, List.of(why));
    }
    WeightedLine line = WeightedLine.through(levels.stream().map(Extrapolation::point).toList());
    return new Extrapolation(
        levels,
        line.intercept(),
        line.slope(),
        line.chiSquared(),
        refusals(levels.get(0).mean(), line, verdict));
  }

  /** The table, its halves and its quarters: two quarters make a half. */
  static List<List<Observed>> nested(Observed table, long seed) {
    int[] order = Shuffle.of(table.count(), new Random(seed));
    return List.of(List.of(table), parts(table, order, 2), parts(table, order, 4));
  }

  private static List<Observed> parts(Observed table, int[] order, int count) {
    List<Observed> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      int from = (int) ((long) order.length * part / count);
      int to = (int) ((long) order.length * (part + 1) / count);
      String name = "part %d of %d".formatted(part + 1, count);
      parts.add(table.select(name, Arrays.copyOfRange(order, from, to)));
    }
    return parts;
  }

  /** Rows of the smallest table whose quarters can be estimated. */
  public static int fewestRows(EstimateOptions options) {
    return PARTS * options.fewestRows();
  }

  /**
   * Checks that quarters of so many rows can be estimated.
   *
   * @throws IllegalArgumentException with one line, if they cannot
   */
  public static void requireRows(int rows, EstimateOptions options) {
    options.requireEnough("extrapolate", rows, PARTS);
  }

  private static WeightedLine.Point point(Level level) {
    Measured mean = level.mean();
    double error = Math.max(mean.error(), LEAST_ERROR);
    return new WeightedLine.Point(1 / level.rows(), new Measured(mean.nats(), error));
  }

  private static List<String> refusals(Measured table, WeightedLine line, Verdict verdict) {
    List<String> refusals = new ArrayList<>();
    if (UNSOUND.contains(verdict)) {
      refusals.add("the verdict on the table is: " + verdict.text());
    }
    if (line.chiSquared() > CHI_SQUARED) {
      refusals.add(
          text(
              "the estimates are not on a line in 1/rows within their errors: χ² = %.1f, expected"
                  + " at most %.2f",
              line.chiSquared(), CHI_SQUARED));
    }
    double change = line.intercept().nats() - table.nats();
    if (Math.abs(change) > MOST * Math.abs(table.nats())) {
      refusals.add(
          text(
              "the line goes from %.3f to %.3f nats, more than %.0f %%: more rows are needed",
              table.nats(), line.intercept().nats(), 100 * MOST));
    }
    return refusals;
  }

  /** The limit, unless it is refused. */
  public Optional<Measured> value() {
    return refusals.isEmpty() ? Optional.of(limit) : Optional.empty();
  }

  /** Where the line is at 1/rows = 0 with 95 % confidence, if the bias goes as 1/rows. */
  public Interval interval() {
    double half = Interval.QUANTILE * limit.error();
    return new Interval(limit.nats() - half, limit.nats() + half);
  }

  /** The outcome in one sentence. */
  public String sentence() {
    return refusals.isEmpty()
        ? text("extrapolated to 1/rows = 0: %.3f ± %.3f nats", limit.nats(), limit.error())
        : "not extrapolated: " + String.join("; ", refusals);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
