package org.steadymi.report;

import java.util.List;

/**
 * Curves over a common axis. Series of any length are thinned for drawing, keeping the smallest and
 * largest value of each pixel column; the files keep every value.
 *
 * @param title heading
 * @param axes what the axes show
 * @param series the curves, with distinct names; the n-th of every chart has the same colour
 * @param references horizontal lines
 * @param caption what to see, or empty
 */
public record LineChart(
    String title, Axes axes, List<Series> series, List<ReferenceLine> references, String caption)
    implements Chart {

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException without title, axes or series, with two series of one name, or
   *     with a reference line of an unknown series
   */
  public LineChart {
    Checks.present(title, "title of a line chart");
    if (axes == null) {
      throw new IllegalArgumentException("line chart '" + title + "' must have axes");
    }
    series = Checks.copyNonEmpty(series, "series of line chart '" + title + "'");
    List<String> names = series.stream().map(Series::name).toList();
    Checks.distinct(names, "series of line chart '" + title + "':");
    references = Checks.copy(references, "reference lines of line chart '" + title + "'");
    Checks.belong(references, names, title);
    caption = Checks.orEmpty(caption);
  }

  /** Returns a chart with linear axes, without reference lines and caption. */
  public static LineChart of(String title, String xLabel, String yLabel, Series... series) {
    Axes axes = new Axes(Axis.linear(xLabel), Axis.linear(yLabel));
    return new LineChart(title, axes, List.of(series), List.of(), "");
  }

  /** Returns the same chart over other axes. */
  public LineChart withAxes(Axis x, Axis y) {
    return new LineChart(title, new Axes(x, y), series, references, caption);
  }

  /** Returns the same chart with these reference lines instead of its own. */
  public LineChart withReferences(ReferenceLine... newReferences) {
    return new LineChart(title, axes, series, List.of(newReferences), caption);
  }

  /** Returns the same chart with this caption instead of its own. */
  public LineChart withCaption(String newCaption) {
    return new LineChart(title, axes, series, references, newCaption);
  }
}
