package org.steadymi.report.internal.chart;

import java.util.List;
import org.steadymi.report.Chart;
import org.steadymi.report.DotChart;
import org.steadymi.report.HeatMap;
import org.steadymi.report.Histogram;
import org.steadymi.report.LineChart;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Thumbnails;
import org.steadymi.report.internal.markup.Element;

/** A chart that can be drawn at any width. */
public sealed interface Drawing
    permits LineDrawing,
        DotDrawing,
        ScatterDrawing,
        HistogramDrawing,
        HeatDrawing,
        ThumbnailDrawing {

  /** Returns the drawing of a chart. */
  static Drawing of(Chart chart) {
    if (chart instanceof LineChart lines) {
      return new LineDrawing(lines);
    }
    if (chart instanceof DotChart dots) {
      return new DotDrawing(dots);
    }
    if (chart instanceof Histogram histogram) {
      return new HistogramDrawing(histogram);
    }
    if (chart instanceof ScatterChart points) {
      return new ScatterDrawing(points);
    }
    if (chart instanceof Thumbnails images) {
      return new ThumbnailDrawing(images);
    }
    return new HeatDrawing((HeatMap) chart);
  }

  /** Returns the drawing made for a width in pixels. */
  Picture draw(double width);

  /** Returns what the colours and marks mean; empty where there is nothing to tell apart. */
  List<Key> keys();

  /**
   * An entry of the legend.
   *
   * @param swatch an {@code svg} element
   * @param text what it stands for
   */
  record Key(Element swatch, String text) {}

  /** Returns an empty swatch for a legend. */
  static Element swatch(String tint) {
    return Element.of("svg", "swatch " + tint)
        .attr("viewBox", "0 0 24 12")
        .attr("aria-hidden", "true");
  }
}
