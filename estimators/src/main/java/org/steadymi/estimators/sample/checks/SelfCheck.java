package org.steadymi.estimators.sample.checks;

import java.util.List;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Estimation;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.estimators.sample.Variable;

/**
 * Whether estimates on a table satisfy what every mutual information does. It can show that an
 * estimator is not to be trusted on this table; it cannot show that it is, for an estimate that is
 * too low by the same share everywhere passes.
 *
 * @param checks of all properties that the table allows
 * @param leftOut why a property was not checked, a sentence each
 */
public record SelfCheck(List<Check> checks, List<String> leftOut) {
  private static final String TABLE = "the table";

  /** Copies the lists. */
  public SelfCheck {
    checks = List.copyOf(checks);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Estimates, and checks.
   *
   * @throws IllegalArgumentException as {@link #of(Estimate, Variable, Variable, EstimateOptions,
   *     EstimationProgress)}
   */
  public static SelfCheck of(
      Variable x, Variable y, EstimateOptions options, EstimationProgress progress) {
    Estimate estimate = Estimation.of(x, y, options, progress).estimate();
    return of(estimate, x, y, options, progress);
  }

  /**
   * Checks an estimate: nine more are made at most, in the same way.
   *
   * @param estimate of x and y with these options
   * @param options of each estimate, its budget included; the seed also shuffles rows and columns
   * @param progress is told of the candidates of all estimates that are made
   * @throws IllegalArgumentException with one line, as {@link Estimation#of}
   */
  public static SelfCheck of(
      Estimate estimate,
      Variable x,
      Variable y,
      EstimateOptions options,
      EstimationProgress progress) {
    Observed table = new Observed(TABLE, x, y);
    Plan plan = new Plan(table, options);
    Readings readings = new Readings(options, progress, plan.readings());
    readings.put(table, estimate);
    return new SelfCheck(
        plan.comparisons().stream().map(comparison -> check(comparison, readings)).toList(),
        plan.leftOut());
  }

  private static Check check(Comparison comparison, Readings readings) {
    Measured found = readings.of(comparison.found());
    Measured expected =
        comparison.expected().stream().map(readings::of).reduce(Measured.ZERO, Measured::plus);
    return new Check(comparison.property(), comparison.found().name(), found, expected);
  }

  /** Whether every check passed. */
  public boolean passed() {
    return checks.stream().allMatch(Check::passed);
  }
}
