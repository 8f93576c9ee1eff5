package org.steadymi.report.internal.chart;

import org.steadymi.report.Axis;

/**
 * Maps values to the unit interval.
 *
 * @param spacing how
 * @param range the values at 0 and 1
 */
record Scale(Axis.Spacing spacing, Range range) {

  /** Returns a scale whose ends are the ends of the range. */
  static Scale tight(Axis axis, Range range) {
    return new Scale(axis.spacing(), range);
  }

  /**
   * Returns a scale with some air around the range: none at 0 where the values start there or close
   * to it, and none at the limits of the axis.
   */
  static Scale airy(Axis axis, Range range) {
    double min = range.min();
    double max = range.max();
    if (axis.spacing() == Axis.Spacing.LINEAR && min > 0 && min < 0.35 * max) {
      min = Math.max(0, axis.min());
    }
    Scale tight = new Scale(axis.spacing(), new Range(min, max));
    double below = min == 0 || min == axis.min() ? min : tight.value(-0.05);
    double above = max == 0 || max == axis.max() ? max : tight.value(1.05);
    return new Scale(axis.spacing(), new Range(below, above));
  }

  /** Returns the place of a value, in [0, 1]; values outside the range are at its ends. */
  double position(double value) {
    double low = transform(range.min());
    double high = transform(range.max());
    return Math.min(Math.max((transform(value) - low) / (high - low), 0), 1);
  }

  /** Tells whether a value has a place. */
  boolean shows(double value) {
    return Double.isFinite(value) && (spacing != Axis.Spacing.LOG || value > 0);
  }

  /** Tells whether a value lies inside the range. */
  boolean contains(double value) {
    return value >= range.min() && value <= range.max();
  }

  /** Returns the value at a place. */
  private double value(double position) {
    double low = transform(range.min());
    double high = transform(range.max());
    double transformed = low + position * (high - low);
    return switch (spacing) {
      case LINEAR -> transformed;
      case LOG -> Math.pow(10, transformed);
      case SYMLOG -> Math.sinh(transformed);
    };
  }

  private double transform(double value) {
    return switch (spacing) {
      case LINEAR -> value;
      case LOG -> Math.log10(value);
      case SYMLOG -> Math.signum(value) * Math.log(Math.abs(value) + Math.hypot(1, value));
    };
  }
}
