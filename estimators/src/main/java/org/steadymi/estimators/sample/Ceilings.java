package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.steadymi.estimators.baselines.PlugIn;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.Estimate.Normalised;

/**
 * The entropies of the discrete variables, which their mutual information cannot pass.
 *
 * @param x H(X) of the observed frequencies, nats, where X is discrete
 * @param y H(Y), where Y is
 */
record Ceilings(OptionalDouble x, OptionalDouble y) {
  static Ceilings of(Variable x, Variable y) {
    return new Ceilings(entropy(x), entropy(y));
  }

  /** I(X; X) = H(X). */
  private static OptionalDouble entropy(Variable variable) {
    return variable.discrete()
        ? OptionalDouble.of(new PlugIn(false).estimate(variable.values(), variable.values()).nats())
        : OptionalDouble.empty();
  }

  /** The lower of the two. */
  OptionalDouble lowest() {
    return DoubleStream.concat(x.stream(), y.stream()).min();
  }

  /** The value, or the lowest entropy if it has passed that. */
  double cut(double nats) {
    return Math.min(nats, lowest().orElse(Double.POSITIVE_INFINITY));
  }

  /** The interval up to where the truth can be. */
  Interval cut(Interval interval) {
    return new Interval(cut(interval.lower()), cut(interval.upper()));
  }

  /**
   * Shares of the entropies; for continuous variables, the correlation that normal variables of
   * this mutual information would have, √(1 − e^(−2 I)): Linfoot 1957.
   */
  List<Normalised> normalised(double nats) {
    double atLeastZero = Math.max(0, nats);
    List<Normalised> all = new ArrayList<>();
    x.ifPresent(h -> all.add(new Normalised("I / H(X)", Math.min(1, atLeastZero / h))));
    y.ifPresent(h -> all.add(new Normalised("I / H(Y)", Math.min(1, atLeastZero / h))));
    if (all.isEmpty()) {
      all.add(new Normalised("√(1 − e^(−2 I))", Math.sqrt(-Math.expm1(-2 * atLeastZero))));
    }
    return all;
  }
}
