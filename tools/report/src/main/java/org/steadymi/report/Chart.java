package org.steadymi.report;

import java.util.List;

/** A drawing with axes. */
public sealed interface Chart extends Block permits LineChart, DotChart, Histogram {
  /** Returns the heading. */
  String title();

  /** Returns lines at fixed values, such as a known truth or a ceiling. */
  List<ReferenceLine> references();

  /** Returns what to see in the chart, in plain text, or the empty text. */
  String caption();
}
