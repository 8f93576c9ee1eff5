package org.steadymi.report.internal.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.steadymi.report.HeatMap;
import org.steadymi.report.Values;
import org.steadymi.report.internal.markup.Element;

/** Draws a table of numbers as coloured cells, with the scale of the colours below. */
record HeatDrawing(HeatMap chart) implements Drawing {
  private static final double TOP = 26;
  private static final double WIDEST_CELL = 112;
  private static final double BAR = 10;
  private static final int STRIPS = 60;

  @Override
  public Picture draw(double width) {
    List<String> columns = chart.sides().columns().names();
    double left = rowWidth(width) + 10;
    double cell = Math.min((width - left - 2) / columns.size(), WIDEST_CELL);
    HeatCells cells = new HeatCells(chart, shades(), left, TOP, cell);
    ColumnNames names = new ColumnNames(columns, cells);
    double bottom = cells.bottom() + names.height();
    double bar = bottom + 40;
    Picture picture = Picture.empty(description(), width, bar + BAR + 40);
    picture.add(rowNames(cells)).add(names.draw()).add(cells.draw());
    picture.add(columnLabel(cells, bottom + 20, width));
    double barWidth = Math.min(width - left - 18, 320);
    return picture.add(bar(new Plot.Area(left, bar, barWidth, BAR)));
  }

  private Shades shades() {
    return Shades.of(chart.colours(), values());
  }

  private DoubleStream values() {
    return chart.cells().values().stream().flatMapToDouble(Values::stream);
  }

  /** The names of rows have three tenths of the width, or what the widest cells leave of it. */
  private double rowWidth(double width) {
    double widest =
        chart.sides().rows().names().stream()
            .mapToDouble(name -> TextWidth.of(name, Plot.FONT))
            .max()
            .orElse(0);
    double left = width - chart.sides().columns().names().size() * WIDEST_CELL - 12;
    return Math.min(widest, Math.max(0.3 * width, left));
  }

  private Element rowNames(HeatCells cells) {
    Element group = Element.of("g", "axis");
    HeatMap.Side rows = chart.sides().rows();
    for (int i = 0; i < rows.names().size(); i++) {
      String name = TextWidth.squeeze(rows.names().get(i), Plot.FONT, cells.left() - 10);
      double baseline = cells.y(i) + cells.height() / 2 + 4;
      group.add(Plot.text(name, cells.left() - 7, baseline, "end").attr("class", "row"));
    }
    String label = TextWidth.shorten(rows.label(), Plot.FONT, cells.right());
    return group.add(Plot.text(label, 0, TOP - 10, "start").attr("class", "name"));
  }

  private Element columnLabel(HeatCells cells, double baseline, double width) {
    String label = TextWidth.shorten(chart.sides().columns().label(), Plot.FONT, width);
    double half = TextWidth.of(label, Plot.FONT) / 2;
    double middle = (cells.left() + cells.right()) / 2;
    double center = Math.min(Math.max(middle, half), width - half);
    return Plot.text(label, center, baseline, "middle").attr("class", "name");
  }

  /** The colours from the lowest to the highest number, over an axis. */
  private Element bar(Plot.Area area) {
    Shades shades = shades();
    Element group = Element.of("g");
    double strip = area.width() / STRIPS;
    for (int i = 0; i < STRIPS; i++) {
      Element rect = Element.of("rect", "strip").attr("fill", shades.at((i + 0.5) / STRIPS).hex());
      rect.attr("x", area.left() + i * strip).attr("y", area.top());
      group.add(
          rect.attr("width", strip + (i < STRIPS - 1 ? 0.5 : 0)).attr("height", area.height()));
    }
    Plot plot = new Plot(area, shades.scale(), shades.scale());
    return group.add(plot.xAxis(chart.colours().axis().label(), false));
  }

  private String description() {
    List<Double> finite = values().filter(Double::isFinite).boxed().toList();
    String range =
        finite.isEmpty()
            ? "no finite value"
            : "%s from %s to %s"
                .formatted(
                    chart.colours().axis().label(),
                    NumberText.significant(finite.stream().min(Double::compare).orElseThrow(), 4),
                    NumberText.significant(finite.stream().max(Double::compare).orElseThrow(), 4));
    return "Heat map: %s. %s by %s: %s."
        .formatted(
            chart.title(), chart.sides().rows().label(), chart.sides().columns().label(), range);
  }

  @Override
  public List<Key> keys() {
    Scale scale = shades().scale();
    if (values().allMatch(scale::shows)) {
      return List.of();
    }
    Element swatch = Drawing.swatch("tint-all").addAll(HeatCells.empty(1, 0.5, 22, 11));
    return List.of(new Key(swatch, "no value to show"));
  }
}
