package org.steadymi.datasets;

/**
 * An interval of real numbers, as a bound on the value of an option.
 *
 * @param low lower end
 * @param lowIncluded whether the lower end itself is in the interval
 * @param high upper end; may be infinite
 * @param highIncluded whether the upper end itself is in the interval
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
  /** Checks that the interval holds a number. */
  public Range {
    boolean ordered = low < high || (low == high && lowIncluded && highIncluded);
    if (!ordered) {
      throw new IllegalArgumentException(
          "range: expected low < high, found " + low + " and " + high);
    }
  }

  /** Every finite number. */
  public static Range finite() {
    return open(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** [low, ∞). */
  public static Range atLeast(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY, false);
  }

  /** (low, ∞). */
  public static Range above(double low) {
    return open(low, Double.POSITIVE_INFINITY);
  }

  /** [low, high]. */
  public static Range closed(double low, double high) {
    return new Range(low, true, high, true);
  }

  /** (low, high). */
  public static Range open(double low, double high) {
    return new Range(low, false, high, false);
  }

  /** The same interval with its infinite upper end included: {@code inf} is then a value. */
  public Range withInfinity() {
    return new Range(low, lowIncluded, Double.POSITIVE_INFINITY, true);
  }

  /** Whether the value lies in the interval; NaN never does. */
  public boolean contains(double value) {
    boolean aboveLow = lowIncluded ? value >= low : value > low;
    boolean belowHigh = highIncluded ? value <= high : value < high;
    return aboveLow && belowHigh;
  }

  /** The interval in words, for example {@code a number of at least 0}. */
  @Override
  public String toString() {
    if (!Double.isInfinite(high)) {
      String start = lowIncluded ? "[" : "(";
      String end = highIncluded ? "]" : ")";
      return "a number in " + start + Spec.number(low) + ", " + Spec.number(high) + end;
    }
    String infinity = highIncluded ? " or inf" : "";
    if (Double.isInfinite(low)) {
      return "a finite number" + infinity;
    }
    return "a number " + (lowIncluded ? "of at least " : "above ") + Spec.number(low) + infinity;
  }
}
