package org.steadymi.report;

/**
 * An area around a curve, such as a 95 % interval over seeds.
 *
 * @param low lower end at each position of the curve
 * @param high upper end at each position, as many; where an end is not finite the area has a gap
 */
public record Band(Values low, Values high) {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException where one is missing, the lengths differ, or a lower end is
   *     above the upper end
   */
  public Band {
    if (low == null || high == null) {
      throw new IllegalArgumentException("a band must have lower and upper ends");
    }
    if (low.size() != high.size()) {
      throw new IllegalArgumentException(
          "a band must have as many lower as upper ends, not %d and %d"
              .formatted(low.size(), high.size()));
    }
    for (int i = 0; i < low.size(); i++) {
      if (low.get(i) > high.get(i)) {
        throw new IllegalArgumentException(
            "a band must have each lower end below the upper one: position %d holds %s and %s"
                .formatted(i, low.get(i), high.get(i)));
      }
    }
  }
}
