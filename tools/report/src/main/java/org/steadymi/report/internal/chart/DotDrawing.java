package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.report.DotChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.internal.markup.Element;

/**
 * Draws values by category: one row a category, with a line for each group in it. What has no place
 * on the axis is marked in the margin at the right (or left, where it is too small).
 */
record DotDrawing(DotChart chart) implements Drawing {
  private static final double BOTTOM = 42;

  /** Vertical distance of the groups within a row. */
  private static final double GROUP = 9;

  @Override
  public Picture draw(double width) {
    List<String> categories = chart.categories();
    Scale scale = scale();
    double left = categoryWidth(categories, width) + 12;
    double plotWidth = width - left - rightMargin(scale);
    TopLabels labels = new TopLabels(chart.references(), scale, left, plotWidth);
    double top = labels.height() + 8;
    double rowHeight = rowHeight();
    Plot.Area area = new Plot.Area(left, top, plotWidth, rowHeight * categories.size());
    Plot plot = new Plot(area, scale, scale);
    Picture picture = Picture.empty(description(), width, area.bottom() + BOTTOM);
    picture.add(rows(categories, plot, rowHeight));
    picture.add(plot.xAxis(chart.axis().label(), true));
    picture.add(labels.draw(plot, tints()));
    IntStream.range(0, chart.groups().size())
        .forEach(group -> picture.add(dots(group, categories, plot, rowHeight)));
    return picture;
  }

  private Scale scale() {
    DoubleStream dots =
        allDots().flatMapToDouble(dot -> DoubleStream.of(dot.value(), dot.low(), dot.high()));
    DoubleStream lines = chart.references().stream().mapToDouble(ReferenceLine::value);
    return Scale.airy(chart.axis(), Range.of(chart.axis(), DoubleStream.concat(dots, lines)));
  }

  private Stream<DotChart.Dot> allDots() {
    return chart.groups().stream().flatMap(group -> group.dots().stream());
  }

  private double rowHeight() {
    return Math.max(24, GROUP * (chart.groups().size() + 1));
  }

  private static double categoryWidth(List<String> categories, double width) {
    double widest =
        categories.stream().mapToDouble(name -> TextWidth.of(name, Plot.FONT)).max().orElse(0);
    return Math.min(widest, 0.35 * width);
  }

  private double rightMargin(Scale scale) {
    return 18
        + allDots()
            .filter(dot -> dot.value() > scale.range().max())
            .mapToDouble(dot -> TextWidth.of(NumberText.significant(dot.value(), 3), 11))
            .max()
            .orElse(0);
  }

  private static Element rows(List<String> categories, Plot plot, double rowHeight) {
    Element rows = Element.of("g", "axis");
    Plot.Area area = plot.area();
    for (int i = 0; i < categories.size(); i++) {
      double y = area.top() + i * rowHeight;
      if (i % 2 == 0) {
        rows.add(
            Element.of("rect", "band")
                .attr("x", 0)
                .attr("y", y)
                .attr("width", area.right())
                .attr("height", rowHeight));
      }
      String name = TextWidth.shorten(categories.get(i), Plot.FONT, area.left() - 12);
      rows.add(Plot.text(name, area.left() - 8, y + rowHeight / 2 + 4, "end").attr("class", "row"));
    }
    return rows;
  }

  private Element dots(int index, List<String> categories, Plot plot, double rowHeight) {
    DotChart.Group group = chart.groups().get(index);
    double offset = rowHeight / 2 + GROUP * (index - (chart.groups().size() - 1) / 2.0);
    Element all = Element.of("g", Tints.of(index));
    for (DotChart.Dot dot : group.dots()) {
      double y = plot.area().top() + categories.indexOf(dot.category()) * rowHeight + offset;
      Element entry = Element.of("g").add(Element.of("title").text(tooltip(group, dot)));
      all.add(entry.addAll(mark(index, dot, plot, y)));
    }
    return all;
  }

  private static List<Element> mark(int group, DotChart.Dot dot, Plot plot, double y) {
    double right = plot.area().right();
    if (!plot.xScale().shows(dot.value())) {
      return List.of(Marks.cross(right + 9, y));
    }
    if (dot.value() > plot.xScale().range().max()) {
      String value = NumberText.significant(dot.value(), 3);
      Element text = Plot.text(value, right + 15, y + 4, "start").attr("class", "beyond");
      return List.of(Marks.arrow(true, right + 8, y), text);
    }
    if (dot.value() < plot.xScale().range().min()) {
      String value = NumberText.significant(dot.value(), 3);
      double left = plot.area().left();
      Element text = Plot.text(value, left + 15, y + 4, "start").attr("class", "beyond");
      return List.of(Marks.arrow(false, left + 7, y), text);
    }
    Element mark = Marks.of(group, plot.x(dot.value()), y);
    return dot.hasInterval()
        ? List.of(Plot.line("interval", plot.x(dot.low()), y, plot.x(dot.high()), y), mark)
        : List.of(mark);
  }

  private static String tooltip(DotChart.Group group, DotChart.Dot dot) {
    String value =
        Double.isFinite(dot.value()) ? NumberText.significant(dot.value(), 4) : "no finite value";
    String interval =
        dot.hasInterval()
            ? " [%s, %s]"
                .formatted(
                    NumberText.significant(dot.low(), 4), NumberText.significant(dot.high(), 4))
            : "";
    return "%s, %s: %s%s".formatted(dot.category(), group.name(), value, interval);
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    for (DotChart.Group group : chart.groups()) {
      group.dots().forEach(dot -> parts.add(tooltip(group, dot)));
    }
    return "Dot chart: %s. %s.".formatted(chart.title(), String.join("; ", parts));
  }

  private Tints tints() {
    return new Tints(chart.groups().stream().map(DotChart.Group::name).toList());
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < chart.groups().size(); i++) {
      Element swatch = Drawing.swatch(Tints.of(i));
      swatch.add(Plot.line("interval", 1, 6, 23, 6)).add(Marks.of(i, 12, 6));
      keys.add(new Key(swatch, chart.groups().get(i).name()));
    }
    Scale scale = scale();
    if (allDots().anyMatch(dot -> scale.shows(dot.value()) && !scale.contains(dot.value()))) {
      keys.add(
          new Key(Drawing.swatch("tint-all").add(Marks.arrow(true, 12, 6)), "beyond the axis"));
    }
    if (allDots().anyMatch(dot -> !scale.shows(dot.value()))) {
      keys.add(new Key(Drawing.swatch("tint-all").add(Marks.cross(12, 6)), "no finite value"));
    }
    return keys;
  }
}
