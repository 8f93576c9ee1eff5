package org.steadymi.report;

/** A drawing of numbers, or images. */
public sealed interface Chart extends Block
    permits LineChart, DotChart, ScatterChart, Histogram, HeatMap, Thumbnails {
  /** Returns the heading. */
  String title();

  /** Returns what to see in the chart, in plain text, or the empty text. */
  String caption();
}
