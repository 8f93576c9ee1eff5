package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An axis: what it shows, how it is spaced and how far it may reach.
 *
 * @param label quantity and unit, such as "MI (nats)"
 * @param spacing how values map to lengths
 * @param min the axis follows the data but never goes below this; −∞ for no such limit
 * @param max the axis follows the data but never goes above this; +∞ for no such limit
 */
public record Axis(
    String label,
    Spacing spacing,
    @JsonProperty(required = true) double min,
    @JsonProperty(required = true) double max) {

  /** How values map to lengths. */
  public enum Spacing {
    /** Equal differences are equal lengths. */
    LINEAR,
    /** Equal ratios are equal lengths; values that are not positive are gaps. */
    LOG,
    /**
     * Linear around 0, logarithmic far from it (inverse hyperbolic sine): for curves of either sign
     * that explode.
     */
    SYMLOG
  }

  /**
   * Validates.
   *
   * @throws IllegalArgumentException without a label, or where min is not below max
   */
  public Axis {
    Checks.present(label, "label of an axis");
    if (spacing == null) {
      throw new IllegalArgumentException("axis '" + label + "' must have a spacing");
    }
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "axis '%s' must have min below max, not %s and %s".formatted(label, min, max));
    }
    if (spacing == Spacing.LOG && max <= 0) {
      throw new IllegalArgumentException(
          "logarithmic axis '%s' must reach above 0, not end at %s".formatted(label, max));
    }
  }

  /** Returns an axis with linear spacing and no limits. */
  public static Axis linear(String label) {
    return of(label, Spacing.LINEAR);
  }

  /** Returns an axis with logarithmic spacing and no limits. */
  public static Axis log(String label) {
    return of(label, Spacing.LOG);
  }

  /** Returns an axis that is linear around 0 and logarithmic far from it, with no limits. */
  public static Axis symlog(String label) {
    return of(label, Spacing.SYMLOG);
  }

  private static Axis of(String label, Spacing spacing) {
    return new Axis(label, spacing, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Returns the same axis with limits; what lies beyond them is drawn at the edge. */
  public Axis within(double newMin, double newMax) {
    return new Axis(label, spacing, newMin, newMax);
  }
}
