package org.steadymi.report.internal.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.steadymi.report.Histogram;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Lengths;

/** Draws distributions as outlined, translucent bars. */
record HistogramDrawing(Histogram chart) implements Drawing {
  private static final double NAME = 26;
  private static final double BOTTOM = 42;
  private static final double RIGHT = 18;

  @Override
  public Element draw(double width) {
    double height = Math.round(Math.min(190 + width / 5, 360));
    Scale x = xScale();
    Scale y = yScale();
    double left = Plot.yLabelWidth(y, height - NAME - BOTTOM) + 10;
    double plotWidth = width - left - RIGHT;
    TopLabels labels = new TopLabels(chart.references(), x, left, plotWidth);
    double top = NAME + labels.height();
    Plot plot = new Plot(new Plot.Area(left, top, plotWidth, height - top - BOTTOM), x, y);
    Element svg = Drawing.frame(description(), width, height);
    svg.add(plot.yAxis(chart.axes().y().label(), labels.height()));
    svg.add(plot.xAxis(chart.axes().x().label(), false));
    IntStream.range(0, chart.sets().size()).forEach(i -> svg.add(bars(i, plot)));
    return svg.add(labels.draw(plot, tints()));
  }

  private Scale xScale() {
    DoubleStream edges = chart.sets().stream().flatMapToDouble(bins -> bins.edges().stream());
    DoubleStream lines = chart.references().stream().mapToDouble(ReferenceLine::value);
    Range range = Range.of(chart.axes().x(), DoubleStream.concat(edges, lines));
    return Scale.tight(chart.axes().x(), range);
  }

  private Scale yScale() {
    DoubleStream heights = chart.sets().stream().flatMapToDouble(bins -> bins.heights().stream());
    Range range = Range.of(chart.axes().y(), DoubleStream.concat(DoubleStream.of(0), heights));
    return Scale.airy(chart.axes().y(), range);
  }

  private Element bars(int index, Plot plot) {
    Histogram.Bins bins = chart.sets().get(index);
    double base = plot.area().bottom();
    StringBuilder path = new StringBuilder("M");
    path.append(Lengths.text(plot.x(bins.edges().get(0)))).append(' ').append(Lengths.text(base));
    for (int i = 0; i < bins.heights().size(); i++) {
      path.append('V').append(Lengths.text(height(bins.heights().get(i), plot)));
      path.append('H').append(Lengths.text(plot.x(bins.edges().get(i + 1))));
    }
    path.append('V').append(Lengths.text(base)).append('Z');
    return Element.of("g", Tints.of(index))
        .add(Element.of("title").text(summary(bins)))
        .add(Element.of("path", "bars").attr("d", path.toString()));
  }

  /** Empty bins reach down to the base of a logarithmic axis too. */
  private static double height(double value, Plot plot) {
    return plot.yScale().shows(value) ? plot.y(value) : plot.area().bottom();
  }

  private static String summary(Histogram.Bins bins) {
    return "%s: %s in all, from %s to %s"
        .formatted(
            bins.name(),
            NumberText.significant(bins.heights().stream().sum(), 6),
            NumberText.significant(bins.edges().get(0), 4),
            NumberText.significant(bins.edges().get(bins.edges().size() - 1), 4));
  }

  private String description() {
    List<String> parts = chart.sets().stream().map(HistogramDrawing::summary).toList();
    return "Histogram: %s. %s.".formatted(chart.title(), String.join("; ", parts));
  }

  private Tints tints() {
    return new Tints(chart.sets().stream().map(Histogram.Bins::name).toList());
  }

  @Override
  public List<Key> keys() {
    return IntStream.range(0, chart.sets().size()).mapToObj(this::key).toList();
  }

  private Key key(int index) {
    Element swatch = Drawing.swatch(Tints.of(index));
    swatch.add(Element.of("path", "bars").attr("d", "M3 11V2H21V11Z"));
    return new Key(swatch, chart.sets().get(index).name());
  }
}
