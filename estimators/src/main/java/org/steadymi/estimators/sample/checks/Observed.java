package org.steadymi.estimators.sample.checks;

import org.steadymi.estimators.sample.Variable;

/**
 * Rows of two variables that were observed together.
 *
 * @param name what they are, in words
 * @param x a row for each observation
 * @param y as many rows
 */
record Observed(String name, Variable x, Variable y) {
  /** Checks that they are as many. */
  Observed {
    if (x.values().count() != y.values().count()) {
      throw new IllegalArgumentException(
          "estimate: expected as many rows of y as of x, found %d of x and %d of y"
              .formatted(x.values().count(), y.values().count()));
    }
  }

  /** Number of rows. */
  int count() {
    return x.values().count();
  }

  /** The rows of Y at these indices beside those of X as they are. */
  Observed reordered(String as, int... order) {
    return new Observed(as, x, rows(y, order));
  }

  /** The rows at these indices, in this order. */
  Observed select(String as, int... rows) {
    return new Observed(as, rows(x, rows), rows(y, rows));
  }

  /** Another Y. */
  Observed withY(String as, Variable other) {
    return new Observed(as, x, other);
  }

  /** Another X. */
  Observed withX(String as, Variable other) {
    return new Observed(as, other, y);
  }

  /** Row i of these and row i of others as one row; discrete where both are. */
  Observed beside(String as, Observed right) {
    return new Observed(as, beside(x, right.x), beside(y, right.y));
  }

  private static Variable rows(Variable variable, int... rows) {
    return new Variable(variable.values().select(rows), variable.discrete());
  }

  private static Variable beside(Variable left, Variable right) {
    return new Variable(left.values().beside(right.values()), left.discrete() && right.discrete());
  }
}
