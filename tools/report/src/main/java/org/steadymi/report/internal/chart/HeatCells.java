package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.HeatMap;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Lengths;

/**
 * The cells of a heat map.
 *
 * @param chart what they show
 * @param shades their colours
 * @param left distance of the first column from the origin
 * @param top distance of the first row from the origin
 * @param width of a cell
 */
record HeatCells(HeatMap chart, Shades shades, double left, double top, double width) {
  private static final double SMALL = 10;
  private static final double HATCH = 7;

  double height() {
    return chart.cells().notes().isEmpty() ? 30 : 42;
  }

  double x(int column) {
    return left + column * width;
  }

  double y(int row) {
    return top + row * height();
  }

  double right() {
    return x(chart.sides().columns().names().size());
  }

  double bottom() {
    return y(chart.sides().rows().names().size());
  }

  /** Returns the cells. */
  Element draw() {
    Element group = Element.of("g");
    for (int i = 0; i < chart.sides().rows().names().size(); i++) {
      for (int j = 0; j < chart.sides().columns().names().size(); j++) {
        group.add(cell(i, j));
      }
    }
    return group;
  }

  private Element cell(int row, int column) {
    Element cell = Element.of("g").add(Element.of("title").text(tooltip(row, column)));
    double value = chart.cells().values().get(row).get(column);
    if (!shades.scale().shows(value)) {
      cell.addAll(empty(x(column), y(row), width, height()));
      return cell.addAll(texts(row, column, "row"));
    }
    Shades.Shade shade = shades.of(value);
    cell.add(rectangle("cell", x(column), y(row), width, height()).attr("fill", shade.hex()));
    return cell.addAll(texts(row, column, shade.isLight() ? "on-light" : "on-dark"));
  }

  /** Returns a hatched cell, for what has no colour. */
  static List<Element> empty(double x, double y, double width, double height) {
    StringBuilder lines = new StringBuilder();
    for (double sum = HATCH; sum < width + height; sum += HATCH) {
      double right = Math.min(sum, width);
      double bottom = Math.min(sum, height);
      lines.append('M').append(Lengths.text(x + right));
      lines.append(' ').append(Lengths.text(y + sum - right));
      lines.append('L').append(Lengths.text(x + sum - bottom));
      lines.append(' ').append(Lengths.text(y + bottom));
    }
    return List.of(
        rectangle("void", x, y, width, height),
        Element.of("path", "hatch").attr("d", lines.toString()),
        rectangle("cell border", x, y, width, height));
  }

  private static Element rectangle(String kind, double x, double y, double width, double height) {
    Element rectangle = Element.of("rect", kind).attr("x", x).attr("y", y);
    return rectangle.attr("width", width).attr("height", height);
  }

  /** The number, and its note below it. */
  private List<Element> texts(int row, int column, String ink) {
    String note = TextWidth.shorten(chart.cells().note(row, column), SMALL, width - 4);
    double center = x(column) + width / 2;
    double baseline = y(row) + height() / 2 + (note.isEmpty() ? 4 : -2);
    List<Element> texts = new ArrayList<>();
    double value = chart.cells().values().get(row).get(column);
    texts.add(number(value, center, baseline, ink));
    if (!note.isEmpty()) {
      String kind = "small " + ink;
      texts.add(Plot.text(note, center, baseline + 14, "middle").attr("class", kind));
    }
    return texts;
  }

  /**
   * The number as it was asked for, else in small letters, else with fewer digits, else none. All
   * cells have the same digits; the tooltip has the size of a small number.
   */
  private Element number(double value, double center, double baseline, String ink) {
    String asked = NumberText.rounded(value, chart.cells().format());
    List<String> texts =
        List.of(asked, NumberText.significant(value, 2), NumberText.significant(value, 1), "");
    if (TextWidth.of(asked, Plot.FONT) <= width - 4) {
      return Plot.text(asked, center, baseline, "middle").attr("class", ink);
    }
    String text =
        texts.stream()
            .filter(each -> TextWidth.of(each, SMALL) <= width - 2)
            .findFirst()
            .orElseThrow();
    return Plot.text(text, center, baseline, "middle").attr("class", "small " + ink);
  }

  private String tooltip(int row, int column) {
    HeatMap.Sides sides = chart.sides();
    double value = chart.cells().values().get(row).get(column);
    String note = chart.cells().note(row, column);
    return "%s %s, %s %s: %s%s"
        .formatted(
            sides.rows().label(),
            sides.rows().names().get(row),
            sides.columns().label(),
            sides.columns().names().get(column),
            Double.isNaN(value) ? "no value" : NumberText.significant(value, 4),
            note.isEmpty() ? "" : " (" + note + ")");
  }
}
