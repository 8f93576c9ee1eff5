package org.steadymi.estimators.baselines;

/** What every baseline asks of its samples. */
final class Samples {
  private Samples() {}

  /**
   * Checks that two samples are of pairs, and of enough of them.
   *
   * @throws IllegalArgumentException with one line, if not
   */
  static void require(Baseline baseline, Points x, Points y, int least) {
    if (x.count() != y.count()) {
      throw new IllegalArgumentException(
          "%s: expected as many rows of y as of x, found %d of x and %d of y"
              .formatted(baseline.name(), x.count(), y.count()));
    }
    if (x.count() < least) {
      throw new IllegalArgumentException(
          "%s: expected at least %d rows, found %d".formatted(baseline.name(), least, x.count()));
    }
  }
}
