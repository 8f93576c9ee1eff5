package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A labelled line at a fixed value, such as "true MI 4.00" or "log K = 4.16".
 *
 * @param value where the line is, on the chart's value axis
 * @param label what it is
 * @param series name of the series or group it belongs to and whose colour it takes; empty where it
 *     holds for all
 */
public record ReferenceLine(
    @JsonProperty(required = true) double value, String label, String series) {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException where the value is not finite or the label is empty
   */
  public ReferenceLine {
    Checks.present(label, "label of a reference line");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "reference line '%s' must be at a finite value, not %s".formatted(label, value));
    }
    series = Checks.orEmpty(series);
  }

  /** Returns a line that holds for all series. */
  public static ReferenceLine at(double value, String label) {
    return new ReferenceLine(value, label, "");
  }

  /** Returns the same line, belonging to one series. */
  public ReferenceLine of(String newSeries) {
    return new ReferenceLine(value, label, newSeries);
  }
}
