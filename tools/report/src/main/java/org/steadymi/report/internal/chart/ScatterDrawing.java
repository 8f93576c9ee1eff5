package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.steadymi.report.Axis;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Values;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Lengths;

/** Draws points: few of them as marks of their own, many as one path a group. */
record ScatterDrawing(ScatterChart chart) implements Drawing {
  private static final double NAME = 26;
  private static final double BOTTOM = 42;

  /** From here on points are drawn small. */
  private static final int MANY = 200;

  /** Points of a diagonal between two axes of different spacing. */
  private static final int BENDS = 64;

  @Override
  public Picture draw(double width) {
    double height = Math.round(Math.min(130 + 0.55 * width, 540));
    Scale x = scale(chart.axes().x(), points(true), chart.guides().vertical());
    Scale y = scale(chart.axes().y(), points(false), chart.guides().horizontal());
    SideLabels sides = new SideLabels(chart.guides().horizontal(), width / 4.5);
    double left = Plot.yLabelWidth(y, height - NAME - BOTTOM) + 10;
    double plotWidth = width - left - Math.max(18, sides.margin() + 2);
    TopLabels tops = new TopLabels(chart.guides().vertical(), x, left, plotWidth);
    double top = NAME + tops.height();
    Plot plot = new Plot(new Plot.Area(left, top, plotWidth, height - top - BOTTOM), x, y);
    Picture picture = Picture.empty(description(), width, height);
    picture.add(plot.yAxis(chart.axes().y().label(), tops.height()));
    picture.add(plot.xAxis(chart.axes().x().label(), true));
    if (!chart.guides().diagonal().isEmpty()) {
      picture.add(diagonal(plot));
    }
    picture.add(tops.draw(plot, tints())).add(sides.draw(plot, tints()));
    ScatterArrows arrows = new ScatterArrows(chart, plot);
    picture.add(arrows.draw());
    IntStream.range(0, chart.groups().size()).forEach(i -> picture.add(group(i, plot)));
    return picture.add(labels(arrows, plot));
  }

  private DoubleStream points(boolean horizontal) {
    return chart.groups().stream()
        .map(group -> horizontal ? group.x() : group.y())
        .flatMapToDouble(Values::stream);
  }

  private static Scale scale(Axis axis, DoubleStream values, List<ReferenceLine> references) {
    DoubleStream lines = references.stream().mapToDouble(ReferenceLine::value);
    return Scale.airy(axis, Range.of(axis, DoubleStream.concat(values, lines)));
  }

  private boolean isCrowded() {
    return chart.groups().stream().mapToInt(ScatterChart.Group::size).sum() > MANY;
  }

  /** The line y = x where both axes reach; bent where they are spaced differently. */
  private static Element diagonal(Plot plot) {
    Range across = plot.xScale().range();
    Range up = plot.yScale().range();
    double from = Math.max(across.min(), up.min());
    double to = Math.min(across.max(), up.max());
    boolean straight = plot.xScale().spacing() == plot.yScale().spacing();
    int parts = straight ? 1 : BENDS;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= parts && from < to; i++) {
      double value = from + (to - from) * i / parts;
      path.append(i == 0 ? 'M' : 'L').append(Lengths.text(plot.x(value)));
      path.append(' ').append(Lengths.text(plot.y(value)));
    }
    Element line = Element.of("path", "rule").attr("d", path.toString());
    return Element.of("g", "reference tint-all").add(line);
  }

  private Element group(int index, Plot plot) {
    ScatterChart.Group group = chart.groups().get(index);
    Element element = Element.of("g", Tints.of(index));
    if (isCrowded()) {
      Element summary = Element.of("title").text(summary(group));
      return element.add(summary).add(PointPath.of(index, group, plot));
    }
    for (int i = 0; i < group.size(); i++) {
      if (shows(group, i)) {
        Element mark = Marks.of(index, plot.x(group.x().get(i)), plot.y(group.y().get(i)));
        Element title = Element.of("title").text(tooltip(group, i));
        element.add(Element.of("g").add(title).add(mark));
      }
    }
    return element;
  }

  private Element labels(ScatterArrows arrows, Plot plot) {
    PointLabels labels = new PointLabels(plot.area());
    avoidLines(labels, plot);
    arrows.all().forEach(each -> labels.avoidLine(each.from(), each.to()));
    for (ScatterChart.Group group : chart.groups()) {
      for (int i = 0; i < group.size(); i++) {
        if (shows(group, i) && (!isCrowded() || !group.label(i).isEmpty())) {
          labels.avoid(plot.x(group.x().get(i)), plot.y(group.y().get(i)));
        }
      }
    }
    for (int g = 0; g < chart.groups().size(); g++) {
      ScatterChart.Group group = chart.groups().get(g);
      for (int i = 0; i < group.size(); i++) {
        String label = group.label(i);
        if (!label.isEmpty() && shows(group, i) && !arrows.leave(group, label)) {
          labels.add(label, plot.x(group.x().get(i)), plot.y(group.y().get(i)), Tints.of(g));
        }
      }
    }
    return labels.draw();
  }

  private void avoidLines(PointLabels labels, Plot plot) {
    Plot.Area area = plot.area();
    for (ReferenceLine line : chart.guides().vertical()) {
      double x = plot.x(line.value());
      labels.avoidLine(new Point(x, area.top()), new Point(x, area.bottom()));
    }
    for (ReferenceLine line : chart.guides().horizontal()) {
      double y = plot.y(line.value());
      labels.avoidLine(new Point(area.left(), y), new Point(area.right(), y));
    }
  }

  private boolean shows(ScatterChart.Group group, int point) {
    return shows(chart.axes().x(), group.x().get(point))
        && shows(chart.axes().y(), group.y().get(point));
  }

  private static boolean shows(Axis axis, double value) {
    return Double.isFinite(value) && (axis.spacing() != Axis.Spacing.LOG || value > 0);
  }

  private String tooltip(ScatterChart.Group group, int point) {
    String label = group.label(point).isEmpty() ? "" : group.label(point) + ", ";
    return "%s%s: %s %s, %s %s"
        .formatted(
            label,
            group.name(),
            chart.axes().x().label(),
            NumberText.significant(group.x().get(point), 4),
            chart.axes().y().label(),
            NumberText.significant(group.y().get(point), 4));
  }

  private static String summary(ScatterChart.Group group) {
    return group.name() + ": " + group.size() + (group.size() == 1 ? " point" : " points");
  }

  private String description() {
    List<String> parts = chart.groups().stream().map(ScatterDrawing::summary).toList();
    return "Scatter chart: %s. %s over %s. %s."
        .formatted(
            chart.title(),
            chart.axes().y().label(),
            chart.axes().x().label(),
            String.join("; ", parts));
  }

  private Tints tints() {
    return new Tints(chart.groups().stream().map(ScatterChart.Group::name).toList());
  }

  @Override
  public List<Key> keys() {
    List<ScatterChart.Group> groups = chart.groups();
    List<Key> keys = new ArrayList<>();
    boolean named = groups.size() > 1 || !groups.get(0).name().equals(chart.title());
    for (int i = 0; named && i < groups.size(); i++) {
      Element swatch = Drawing.swatch(Tints.of(i)).add(Marks.of(i, 12, 6));
      keys.add(new Key(swatch, groups.get(i).name()));
    }
    if (!chart.guides().diagonal().isEmpty()) {
      Element swatch = Drawing.swatch("reference tint-all").add(Plot.line("rule", 1, 6, 23, 6));
      keys.add(new Key(swatch, chart.guides().diagonal()));
    }
    long lost = groups.stream().mapToLong(this::lost).sum();
    if (lost > 0) {
      Element swatch = Drawing.swatch("tint-all").add(Marks.cross(12, 6));
      keys.add(new Key(swatch, "not shown: " + lost + (lost == 1 ? " point" : " points")));
    }
    return keys;
  }

  private long lost(ScatterChart.Group group) {
    return IntStream.range(0, group.size()).filter(i -> !shows(group, i)).count();
  }
}
