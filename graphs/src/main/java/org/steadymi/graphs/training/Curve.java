package org.steadymi.graphs.training;

import java.util.Arrays;

/**
 * The {@linkplain Metric metrics} of consecutive steps of one replica.
 *
 * @param firstStep number of the first step in it
 * @param values [steps · metrics], row-major
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a view of a result: identity, not content, is what matters
public record Curve(int firstStep, float[] values) {
  /** Metrics of one step. */
  static final int WIDTH = Metric.values().length;

  /** Number of steps. */
  public int steps() {
    return values.length / WIDTH;
  }

  /** The metric at the i-th step of this curve. */
  @SuppressWarnings("EnumOrdinal") // the columns are the metrics in their order
  public float at(int i, Metric metric) {
    return values[i * WIDTH + metric.ordinal()];
  }

  /** One metric over all steps. */
  public double[] series(Metric metric) {
    double[] series = new double[steps()];
    Arrays.setAll(series, i -> at(i, metric));
    return series;
  }

  /** This curve followed by the next one. */
  public Curve then(Curve next) {
    float[] joined = Arrays.copyOf(values, values.length + next.values.length);
    System.arraycopy(next.values, 0, joined, values.length, next.values.length);
    return new Curve(firstStep, joined);
  }

  /**
   * This curve followed by the next one up to the first step that is not {@linkplain #finiteAt
   * finite}: nothing follows such a step, so that a curve which ends with one stays as it is.
   */
  public Curve thenWhileFinite(Curve next) {
    if (!endsFinite()) {
      return this;
    }
    int good = next.firstNonFinite();
    return then(good < next.steps() ? next.first(good + 1) : next);
  }

  /** The first {@code count} steps. */
  public Curve first(int count) {
    return new Curve(firstStep, Arrays.copyOf(values, count * WIDTH));
  }

  /**
   * Whether all that training depends on is finite at the i-th step. The value may be infinite,
   * where it holds e^T and the objective does not (Jensen–Shannon), but not NaN.
   */
  public boolean finiteAt(int i) {
    for (Metric metric : Metric.values()) {
      float found = at(i, metric);
      boolean overflow = metric == Metric.VALUE && Float.isInfinite(found);
      if (!Float.isFinite(found) && !overflow) {
        return false;
      }
    }
    return true;
  }

  /** Whether the last step is {@linkplain #finiteAt finite}; so is a curve without steps. */
  public boolean endsFinite() {
    return steps() == 0 || finiteAt(steps() - 1);
  }

  /**
   * Index of the first step that is not {@linkplain #finiteAt finite}; else the number of steps.
   */
  public int firstNonFinite() {
    int step = 0;
    while (step < steps() && finiteAt(step)) {
      step++;
    }
    return step;
  }
}
