package org.steadymi.estimators.sample.checks;

import java.util.List;

/**
 * Estimates on disjoint parts of a table.
 *
 * @param rows of a part, on average
 * @param parts an estimate of each
 */
public record Level(double rows, List<Measured> parts) {
  /** Copies the list. */
  public Level {
    parts = List.copyOf(parts);
  }

  /**
   * The mean over the parts. Its error is the one that the errors of the parts give it, or the
   * deviation between the parts over the root of their number, whichever is more.
   */
  public Measured mean() {
    int count = parts.size();
    Measured mean = parts.stream().reduce(Measured.ZERO, Measured::plus).times(1.0 / count);
    if (count == 1) {
      return mean;
    }
    double squares =
        parts.stream().mapToDouble(p -> Math.pow(p.nats() - mean.nats(), 2)).sum() / (count - 1);
    return new Measured(mean.nats(), Math.max(mean.error(), Math.sqrt(squares / count)));
  }
}
