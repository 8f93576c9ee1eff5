package org.steadymi.report.internal.chart;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Lengths;

/**
 * The names below the columns of a heat map: in lines where each has room for its words, else
 * upright, read from below.
 *
 * @param names from left to right
 * @param cells above them
 */
record ColumnNames(List<String> names, HeatCells cells) {
  private static final double LINE = 14;
  private static final double LONGEST = 160;

  /** How far they reach below the cells. */
  double height() {
    return upright()
        ? 6 + names.stream().mapToDouble(ColumnNames::length).max().orElse(0)
        : LINE * names.stream().mapToInt(name -> lines(name).size()).max().orElse(0);
  }

  /** Returns the names. */
  Element draw() {
    Element group = Element.of("g", "axis");
    for (int j = 0; j < names.size(); j++) {
      double center = cells.x(j) + cells.width() / 2;
      group.addAll(
          upright() ? List.of(upright(names.get(j), center)) : lines(names.get(j), center));
    }
    return group;
  }

  /** Whether a word is longer than a line. */
  private boolean upright() {
    return names.stream()
        .flatMap(name -> Stream.of(name.strip().split("\\s+", -1)))
        .anyMatch(word -> TextWidth.of(word, Plot.FONT) > room());
  }

  private double room() {
    return cells.width() - 4;
  }

  private List<String> lines(String name) {
    return TextWidth.wrap(name, Plot.FONT, room());
  }

  private List<Element> lines(String name, double center) {
    List<String> lines = lines(name);
    return IntStream.range(0, lines.size())
        .mapToObj(i -> text(lines.get(i), center, cells.bottom() + 2 + LINE * (i + 1), "middle"))
        .toList();
  }

  private Element upright(String name, double center) {
    double x = center + 4;
    double y = cells.bottom() + 6;
    return text(TextWidth.squeeze(name, Plot.FONT, LONGEST), x, y, "end")
        .attr("transform", "rotate(-90 %s %s)".formatted(Lengths.text(x), Lengths.text(y)));
  }

  private static double length(String name) {
    return Math.min(TextWidth.of(name, Plot.FONT), LONGEST);
  }

  private static Element text(String text, double x, double y, String anchor) {
    return Plot.text(text, x, y, anchor).attr("class", "row");
  }
}
