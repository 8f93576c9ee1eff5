package org.steadymi.report.internal.chart;

import java.util.List;

/**
 * The colours of the series of a chart, as classes of the style sheet: eight that readers with any
 * colour vision tell apart, two that are darker than these, then the same again.
 *
 * @param names the series in order
 */
record Tints(List<String> names) {
  static final int COLOURS = 10;

  /** Returns the class of the n-th series. */
  static String of(int index) {
    return "tint-" + index % COLOURS;
  }

  /** Returns the class of a series, or of what belongs to all series where the name is none's. */
  String of(String name) {
    int index = names.indexOf(name);
    return index < 0 ? "tint-all" : of(index);
  }
}
