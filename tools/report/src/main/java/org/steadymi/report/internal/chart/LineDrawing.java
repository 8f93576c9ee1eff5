package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.Series;
import org.steadymi.report.internal.markup.Element;

/** Draws curves. */
record LineDrawing(LineChart chart) implements Drawing {
  private static final double TOP = 26;
  private static final double BOTTOM = 42;

  @Override
  public Picture draw(double width) {
    double height = Math.round(Math.min(190 + width / 5, 360));
    Scale x = xScale();
    Scale y = yScale();
    SideLabels labels = new SideLabels(chart.references(), width / 4.5);
    double left = Plot.yLabelWidth(y, height - TOP - BOTTOM) + 10;
    double right = Math.max(18, labels.margin() + 2);
    Plot plot =
        new Plot(new Plot.Area(left, TOP, width - left - right, height - TOP - BOTTOM), x, y);
    Picture picture = Picture.empty(description(), width, height);
    picture.add(plot.yAxis(chart.axes().y().label(), 0));
    picture.add(plot.xAxis(chart.axes().x().label(), false));
    drawingOrder().stream()
        .filter(index -> chart.series().get(index).band() != null)
        .forEach(index -> picture.add(spread(index, plot)));
    drawingOrder().forEach(index -> picture.add(curve(index, plot)));
    return picture.add(labels.draw(plot, tints()));
  }

  private Scale xScale() {
    DoubleStream values = chart.series().stream().flatMapToDouble(series -> series.x().stream());
    return Scale.tight(chart.axes().x(), Range.of(chart.axes().x(), values));
  }

  private Scale yScale() {
    DoubleStream curves = chart.series().stream().flatMapToDouble(series -> series.y().stream());
    DoubleStream lines = chart.references().stream().mapToDouble(ReferenceLine::value);
    DoubleStream values = DoubleStream.concat(bandEnds(), DoubleStream.concat(curves, lines));
    Range range = Range.of(chart.axes().y(), values);
    return Scale.airy(chart.axes().y(), range);
  }

  private DoubleStream bandEnds() {
    return chart.series().stream()
        .map(Series::band)
        .filter(Objects::nonNull)
        .flatMapToDouble(band -> DoubleStream.concat(band.low().stream(), band.high().stream()));
  }

  /** Pale curves come first, so that they lie behind the others. */
  private List<Integer> drawingOrder() {
    return IntStream.range(0, chart.series().size())
        .boxed()
        .sorted(
            Comparator.comparing(index -> chart.series().get(index).style() != Series.Style.FAINT))
        .toList();
  }

  private Element spread(int index, Plot plot) {
    Element area = Element.of("path", "spread " + Tints.of(index));
    return area.attr("d", BandPath.of(chart.series().get(index), plot));
  }

  private Element curve(int index, Plot plot) {
    Series series = chart.series().get(index);
    Element group = Element.of("g", classes(index)).attr("role", "presentation");
    group.add(Element.of("title").text(tooltip(series)));
    String path = Thinning.path(series, plot);
    if (!path.isEmpty()) {
      group.add(Element.of("path", "curve").attr("d", path));
    }
    int end = lastShown(series, plot);
    if (end >= 0 && end < series.y().size() - 1) {
      group.add(Marks.cross(plot.x(series.x().get(end)), plot.y(series.y().get(end))));
    }
    return group;
  }

  private String classes(int index) {
    String style = chart.series().get(index).style().name().toLowerCase(Locale.ROOT);
    return Tints.of(index) + " " + style + (index >= Tints.COLOURS ? " again" : "");
  }

  private static int lastShown(Series series, Plot plot) {
    int end = series.y().size() - 1;
    while (end >= 0 && !plot.shows(series.x().get(end), series.y().get(end))) {
      end--;
    }
    return end;
  }

  private static String tooltip(Series series) {
    List<Double> finite = series.y().stream().filter(Double::isFinite).boxed().toList();
    if (finite.isEmpty()) {
      return series.name() + ": no finite value";
    }
    double last = series.y().get(series.y().size() - 1);
    return "%s: last %s, lowest %s, highest %s"
        .formatted(
            series.name(),
            Double.isFinite(last) ? NumberText.significant(last, 4) : "value not finite",
            NumberText.significant(finite.stream().min(Double::compare).orElseThrow(), 4),
            NumberText.significant(finite.stream().max(Double::compare).orElseThrow(), 4));
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    chart.series().forEach(series -> parts.add(tooltip(series)));
    chart.references().forEach(line -> parts.add("line at " + line.label()));
    return "Line chart: %s. %s.".formatted(chart.title(), String.join("; ", parts));
  }

  private Tints tints() {
    return new Tints(chart.series().stream().map(Series::name).toList());
  }

  @Override
  public List<Key> keys() {
    List<Series> series = chart.series();
    if (series.size() == 1 && series.get(0).name().equals(chart.title())) {
      return List.of();
    }
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      Element swatch = Drawing.swatch(classes(i));
      if (series.get(i).band() != null) {
        swatch.add(Element.of("path", "spread").attr("d", "M1 0H23V12H1Z"));
      }
      swatch.add(Element.of("path", "curve").attr("d", "M1 6L23 6"));
      keys.add(new Key(swatch, series.get(i).name()));
    }
    if (series.stream().anyMatch(LineDrawing::endsEarly)) {
      Element mark = Drawing.swatch("tint-all").add(Marks.cross(12, 6));
      keys.add(new Key(mark, "no finite value from here on"));
    }
    return keys;
  }

  private static boolean endsEarly(Series series) {
    int last = series.y().size() - 1;
    return last >= 0
        && !Double.isFinite(series.y().get(last))
        && series.y().stream().anyMatch(Double::isFinite);
  }
}
