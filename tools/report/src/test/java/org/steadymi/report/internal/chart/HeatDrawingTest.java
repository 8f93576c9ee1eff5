package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.report.Axis;
import org.steadymi.report.Column;
import org.steadymi.report.HeatMap;
import org.steadymi.report.HeatMap.ColourScale;

class HeatDrawingTest {
  private static final ColourScale RISING = ColourScale.sequential(Axis.linear("error"));
  private static final ColourScale AROUND_ZERO = ColourScale.diverging(Axis.linear("bias"), 0);

  @Test
  void coloursGetDarkerFromTheLowestToTheHighestNumber() {
    Shades shades = Shades.of(RISING, DoubleStream.of(-3, 7));
    assertThat(luminances(shades, -3, 7)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(shades.of(-3)).isNotEqualTo(shades.of(7));
  }

  @Test
  void coloursGetPalerTowardsTheMiddleOnBothSides() {
    Shades shades = Shades.of(AROUND_ZERO, DoubleStream.of(-3, 7));
    assertThat(luminances(shades, -3, 0)).isSorted();
    assertThat(luminances(shades, 0, 7)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(shades.of(-3).blue()).isGreaterThan(shades.of(-3).red());
    assertThat(shades.of(3).red()).isGreaterThan(shades.of(3).blue());
  }

  /** WCAG 2.2, success criterion 1.4.3, asks for a ratio of 4.5. */
  @Test
  void everyNumberStandsOutFromItsCell() {
    for (ColourScale colours : List.of(RISING, AROUND_ZERO)) {
      Shades shades = Shades.of(colours, DoubleStream.of(-1, 1));
      for (double place = 0; place <= 1; place += 0.001) {
        Shades.Shade shade = shades.at(place);
        double light = shade.luminance() + 0.05;
        double ratio = shade.isLight() ? light / 0.05 : 1.05 / light;
        assertThat(ratio).as(shade.hex()).isGreaterThan(4.5);
      }
    }
  }

  @Test
  void luminanceIsThatOfTheStandard() {
    assertThat(Shades.Shade.of("000000").luminance()).isZero();
    assertThat(Shades.Shade.of("ffffff").luminance()).isEqualTo(1);
    assertThat(Shades.Shade.of("ff0000").luminance()).isEqualTo(0.2126);
    assertThat(Shades.Shade.of("767676").isLight()).isTrue();
    assertThat(Shades.Shade.of("757575").isLight()).isFalse();
  }

  @Test
  void limitsOfTheAxisAreLimitsOfTheColours() {
    ColourScale limited = ColourScale.sequential(Axis.linear("error").within(0, 1));
    Shades shades = Shades.of(limited, DoubleStream.of(0, 1, 80));
    assertThat(shades.of(80)).isEqualTo(shades.of(1));
  }

  @Test
  void cellsWithoutAColourAreHatched() {
    HeatMap map = map(RISING, 1, Double.NaN, 2, Double.POSITIVE_INFINITY);
    String svg = Drawing.of(map).draw(500).svg().toString();
    assertThat(occurrences(svg, "class=\"hatch\"")).isEqualTo(2);
    assertThat(svg).contains(">–<").contains(">∞<").contains("row r, column c1: no value");
    assertThat(svg).doesNotContain("NaN");
    assertThat(Drawing.of(map).keys()).hasSize(1);
    assertThat(Drawing.of(map(RISING, 1, 2)).keys()).isEmpty();
  }

  @Test
  void aNumberWithoutPlaceOnALogarithmicScaleIsWrittenButHasNoColour() {
    HeatMap map = map(ColourScale.sequential(Axis.log("error")), 1, -2, 100);
    String svg = Drawing.of(map).draw(500).svg().toString();
    assertThat(occurrences(svg, "class=\"hatch\"")).isEqualTo(1);
    assertThat(svg).contains(">−2<");
  }

  @Test
  void mapsWithOneNumberOrNoneAreDrawn() {
    for (double value : new double[] {0, 5, -1e308, Double.NaN}) {
      for (ColourScale colours : List.of(RISING, AROUND_ZERO)) {
        String svg = Drawing.of(map(colours, value)).draw(500).svg().toString();
        assertThat(svg).doesNotContain("NaN").contains("</svg>");
      }
    }
  }

  @Test
  void longNamesOfRowsThatEndApartAreToldApart() {
    String family = "spiral-normal_cdf-multinormal-sparse-of-normal-distributions-";
    HeatMap map =
        HeatMap.of(
            "t",
            HeatMap.Side.of("column", "c1", "c2"),
            HeatMap.Side.of("task", family + "3-3", family + "25-25"),
            RISING,
            HeatMap.Cells.of(new double[] {1, 2}, new double[] {3, 4}));
    String svg = Drawing.of(map).draw(360).svg().toString();
    assertThat(svg)
        .containsPattern(">spiral[^<]*….*-3-3<")
        .containsPattern(">spiral[^<]*….*-25-25<");
  }

  @Test
  void namesOfColumnsThatHaveNoRoomStandUprightAndWhole() {
    List<String> names = IntStream.range(0, 12).mapToObj(i -> "nwj-scores-" + i).toList();
    HeatMap map =
        HeatMap.of(
            "t",
            new HeatMap.Side("method", names),
            HeatMap.Side.of("row", "r"),
            RISING,
            HeatMap.Cells.of(new double[12]));
    Picture narrow = Drawing.of(map).draw(600);
    Picture wide = Drawing.of(map).draw(1600);
    assertThat(narrow.svg().toString())
        .contains(names.stream().map(name -> ">" + name + "<").toList());
    assertThat(occurrences(narrow.svg().toString(), "rotate\\(-90 ")).isEqualTo(12);
    assertThat(wide.svg().toString()).doesNotContain("rotate").contains(">nwj-scores-11<");
    assertThat(narrow.height()).isGreaterThan(wide.height() + 50);
  }

  @Test
  void numbersOfCellsHaveTheDigitsThatWereAskedForAndTheTooltipHasTheirSize() {
    Column.Format two = new Column.Format(Column.Notation.FIXED, 2);
    HeatMap map =
        HeatMap.of(
            "t",
            HeatMap.Side.of("column", "c1", "c2", "c3"),
            HeatMap.Side.of("row", "r"),
            AROUND_ZERO,
            HeatMap.Cells.of(new double[] {-0.0043, 0.0061, 0.3}).with(two));
    String svg = Drawing.of(map).draw(500).svg().toString();
    assertThat(svg).contains(">0.00<", ">0.01<", ">0.30<", "column c1: −0.0043<");
  }

  @ParameterizedTest
  @ValueSource(doubles = {340, 360, 560, 880})
  void nothingInACellIsWiderThanTheCell(double width) {
    double[] values = IntStream.range(0, 12).mapToDouble(i -> -1234.5 * i).toArray();
    String svg = Drawing.of(map(RISING, values)).draw(width).svg().toString();
    double cell = Math.min((width - TextWidth.of("r", Plot.FONT) - 12) / 12, 112);
    Pattern.compile("class=\"(small )?on-\\w+\">([^<]*)<")
        .matcher(svg)
        .results()
        .forEach(
            text ->
                assertThat(TextWidth.of(text.group(2), text.group(1) == null ? Plot.FONT : 10))
                    .as(text.group(2))
                    .isLessThanOrEqualTo(cell));
  }

  private static List<Double> luminances(Shades shades, double from, double to) {
    return IntStream.rangeClosed(0, 200)
        .mapToObj(i -> shades.of(from + (to - from) * i / 200).luminance())
        .toList();
  }

  private static HeatMap map(ColourScale colours, double... row) {
    List<String> names = IntStream.range(0, row.length).mapToObj(i -> "c" + i).toList();
    return HeatMap.of(
        "t",
        new HeatMap.Side("column", names),
        HeatMap.Side.of("row", "r"),
        colours,
        HeatMap.Cells.of(row));
  }

  private static long occurrences(String text, String part) {
    return Pattern.compile(part).matcher(text).results().count();
  }
}
