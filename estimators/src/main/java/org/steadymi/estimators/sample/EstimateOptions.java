package org.steadymi.estimators.sample;

import java.time.Duration;
import java.util.Optional;
import org.steadymi.datasets.tables.TableChecks;

/**
 * How the mutual information of a sample is estimated.
 *
 * @param method {@code auto}, or the name of one of {@link Methods}
 * @param folds parts that are held out one after the other, 2 to 10,000
 * @param seed of folds, critics, permutations and bootstrap
 * @param permutations of the test of independence, 19 to 100,000
 * @param effort what of the machine it may take
 */
public record EstimateOptions(String method, int folds, int seed, int permutations, Effort effort) {
  /** Five folds, 199 permutations, seed 1, all cores, no limit of time. */
  public static final EstimateOptions DEFAULTS =
      new EstimateOptions(
          "auto",
          5,
          1,
          199,
          new Effort(Runtime.getRuntime().availableProcessors(), Optional.empty()));

  private static final int MOST_FOLDS = 10_000;
  private static final int FEWEST_PERMUTATIONS = 19;
  private static final int MOST_PERMUTATIONS = 100_000;

  /** Rows of a fold, whose pairs have to tell M and how far it errs. */
  private static final int FEWEST_IN_FOLD = 10;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException with one line, if one is out of range
   */
  public EstimateOptions {
    Methods.require(method);
    requireAtLeast("folds", folds, 2);
    requireAtMost("folds", folds, MOST_FOLDS);
    requireAtLeast("permutations", permutations, FEWEST_PERMUTATIONS);
    requireAtMost("permutations", permutations, MOST_PERMUTATIONS);
  }

  /**
   * What of the machine an estimate may take.
   *
   * @param threads folds that are worked on at once
   * @param budget wall time after which no other critic is begun; none is the default
   */
  public record Effort(int threads, Optional<Duration> budget) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException with one line, if it is out of range
     */
    public Effort {
      requireAtLeast("threads", threads, 1);
    }
  }

  /** Folds that are worked on at once. */
  public int threads() {
    return effort.threads;
  }

  /** Wall time after which no other critic is begun. */
  public Optional<Duration> budget() {
    return effort.budget;
  }

  /** With another method. */
  public EstimateOptions withMethod(String name) {
    return new EstimateOptions(name, folds, seed, permutations, effort);
  }

  /** With another number of folds. */
  public EstimateOptions withFolds(int count) {
    return new EstimateOptions(method, count, seed, permutations, effort);
  }

  /** With another seed. */
  public EstimateOptions withSeed(int other) {
    return new EstimateOptions(method, folds, other, permutations, effort);
  }

  /** With another number of permutations. */
  public EstimateOptions withPermutations(int count) {
    return new EstimateOptions(method, folds, seed, count, effort);
  }

  /** With another number of threads. */
  public EstimateOptions withThreads(int count) {
    return with(new Effort(count, effort.budget));
  }

  /** With a limit of time. */
  public EstimateOptions withBudget(Duration limit) {
    return with(new Effort(effort.threads, Optional.of(limit)));
  }

  private EstimateOptions with(Effort other) {
    return new EstimateOptions(method, folds, seed, permutations, other);
  }

  /** Rows of the smallest sample that can be estimated so: 10 for each fold, and 50. */
  public int fewestRows() {
    return Math.max(TableChecks.FEWEST_ROWS, FEWEST_IN_FOLD * folds);
  }

  /**
   * Checks the number of rows.
   *
   * @param what is done, for the message
   * @param parts that the rows are cut into, each to be estimated by itself
   * @throws IllegalArgumentException with one line, if there are too few
   */
  public void requireEnough(String what, int rows, int parts) {
    if (rows / parts < fewestRows()) {
      throw new IllegalArgumentException(
          "%s: expected %d rows or more for %d folds, found %d"
              .formatted(what, parts * fewestRows(), folds, rows));
    }
  }

  private static void requireAtLeast(String name, int found, int least) {
    if (found < least) {
      throw new IllegalArgumentException(
          "estimate: expected at least %d %s, found %d".formatted(least, name, found));
    }
  }

  private static void requireAtMost(String name, int found, int most) {
    if (found > most) {
      throw new IllegalArgumentException(
          "estimate: expected at most %d %s, found %d".formatted(most, name, found));
    }
  }
}
