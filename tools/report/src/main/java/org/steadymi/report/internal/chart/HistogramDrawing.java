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
  public Picture draw(double width) {
    double height = Math.round(Math.min(190 + width / 5, 360));
    Scale x = xScale();
    Scale y = yScale();
    double left = Plot.yLabelWidth(y, height - NAME - BOTTOM) + 10;
    double plotWidth = width - left - RIGHT;
    TopLabels labels = new TopLabels(chart.references(), x, left, plotWidth);
    double top = NAME + labels.height();
    Plot plot = new Plot(new Plot.Area(left, top, plotWidth, height - top - BOTTOM), x, y);
    Picture picture = Picture.empty(description(), width, height);
    picture.add(plot.yAxis(chart.axes().y().label(), labels.height()));
    picture.add(plot.xAxis(chart.axes().x().label(), false));
    IntStream.range(0, chart.sets().size()).forEach(i -> picture.add(bars(i, plot)));
    return picture.add(labels.draw(plot, tints()));
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
    return Element.of("g", Tints.of(index))
        .add(Element.of("title").text(summary(bins)))
        .add(Element.of("path", "bars").attr("d", outline(bins, plot)));
  }

  /** The outline of neighbouring bars that are not empty, for each such group. */
  private static String outline(Histogram.Bins bins, Plot plot) {
    String base = Lengths.text(plot.area().bottom());
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (int i = 0; i < bins.heights().size(); i++) {
      boolean bar = plot.yScale().shows(bins.heights().get(i)) && bins.heights().get(i) > 0;
      if (bar && !open) {
        path.append('M').append(Lengths.text(plot.x(bins.edges().get(i)))).append(' ').append(base);
      }
      if (!bar && open) {
        path.append('V').append(base).append('Z');
      }
      if (bar) {
        path.append('V').append(Lengths.text(plot.y(bins.heights().get(i))));
        path.append('H').append(Lengths.text(plot.x(bins.edges().get(i + 1))));
      }
      open = bar;
    }
    return open ? path.append('V').append(base).append('Z').toString() : path.toString();
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
