package org.steadymi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final double NONE = Double.NaN;

  @Test
  void refusesWhatCannotBeShown() {
    refused(() -> new Report(" ", List.of(), Map.of(), List.of()), "title of the report");
    refused(() -> Series.of("s", new double[] {1, 2}, new double[] {1}), "as many x as y");
    refused(() -> Series.of("s", new double[] {2, 1}, new double[2]), "ascending x: position 1");
    refused(() -> Series.of("s", new double[] {NONE}, new double[1]), "ascending x: position 0");
    refused(() -> Axis.linear("MI").within(2, 2), "min below max");
    refused(() -> Axis.log("MI").within(-2, 0), "must reach above 0");
    refused(() -> ReferenceLine.at(NONE, "truth"), "finite value");
    refused(() -> new DotChart.Dot("js", 1, 2, 3), "must lie in its interval");
    refused(() -> new Grid(4, List.of()), "2 or 3 columns");
    refused(() -> Histogram.of("h", "x", "n", bins(1, 0)), "ascending edges");
    refused(() -> new Cell.Text("NaN"), "cannot be the text");
    refused(() -> Table.row(List.of()), "must be a text or a number");
    refused(() -> new Note(Note.Level.INFO, ""), "text of a note");
  }

  @Test
  void refusesABandThatDoesNotFit() {
    Series series = Series.steps("s", 1, 2);
    refused(() -> series.withBand(new double[1], new double[2]), "as many lower as upper ends");
    refused(
        () -> series.withBand(new double[1], new double[1]), "of as many positions, not 2 and 1");
    refused(
        () -> series.withBand(new double[] {0, 2}, new double[] {1, 1}),
        "position 1 holds 2.0 and 1.0");
  }

  @Test
  void refusesAHeatMapThatDoesNotFit() {
    HeatMap.Side columns = HeatMap.Side.of("K", "4", "8");
    HeatMap.Side rows = HeatMap.Side.of("MI", "2");
    HeatMap.ColourScale colours = HeatMap.ColourScale.sequential(Axis.linear("error"));
    HeatMap.Cells cells = HeatMap.Cells.of(new double[] {1, 2});
    refused(
        () -> HeatMap.of("t", rows, columns, colours, cells), "expected rows of [1, 1], found [2]");
    refused(() -> cells.withNotes(List.of(List.of("a"))), "expected rows of [2], found [1]");
    refused(() -> HeatMap.Side.of("K", "4", "4"), "'4' occurs twice");
    refused(() -> HeatMap.Side.of("K"), "names along 'K' must not be empty");
    refused(() -> HeatMap.ColourScale.diverging(Axis.log("ratio"), 0), "must lie inside the axis");
    refused(
        () -> HeatMap.ColourScale.diverging(Axis.linear("bias").within(0, 1), 1),
        "must lie inside the axis");
  }

  @Test
  void refusesAScatterChartThatDoesNotFit() {
    double[] two = {1, 2};
    ScatterChart.Group plain = ScatterChart.Group.of("plain", two, two);
    ScatterChart.Group other = ScatterChart.Group.of("other", two, two);
    ScatterChart chart = ScatterChart.of("t", "x", "y", plain, other);
    refused(() -> ScatterChart.Group.of("g", two, new double[1]), "as many x as y, not 2 and 1");
    refused(() -> plain.withLabels(List.of("a")), "expected 2, found 1");
    refused(() -> ScatterChart.of("t", "x", "y", plain, plain), "'plain' occurs twice");
    refused(() -> chart.withArrows("plain", "regularised"), "unknown group 'regularised'");
    refused(() -> chart.withArrows("plain", "plain"), "from 'plain' to itself");
    refused(
        () ->
            ScatterChart.of("t", "x", "y", plain.withLabels(List.of("a", "a")), other)
                .withArrows("plain", "other"),
        "label of group 'plain', which arrows join: 'a' occurs twice");
    refused(
        () -> chart.withVertical(ReferenceLine.at(1, "truth").of("mine")),
        "unknown series 'mine': known are [plain, other]");
    ScatterChart.Group[] many =
        IntStream.range(0, 21)
            .mapToObj(i -> ScatterChart.Group.of("g" + i, two, two))
            .toArray(ScatterChart.Group[]::new);
    refused(() -> ScatterChart.of("t", "x", "y", many), "at most 20 groups, not 21");
  }

  @Test
  void refusesAnImageThatDoesNotFit() {
    refused(() -> Pixels.of(2, 3, 1, new byte[5]), "must have 6 bytes, not 5");
    refused(() -> Pixels.of(2, 3, 2, new byte[12]), "1 channel (grey) or 3");
    refused(() -> Pixels.of(0, 3, 1, new byte[0]), "height of 0 and a width of 3");
    refused(() -> Pixels.of(1, 1, 1, null), "must have 1 bytes, not none");
    refused(() -> Pixels.of(65536, 65536, 1, new byte[0]), "must have 4294967296 bytes, not 0");
    refused(() -> Thumbnails.Row.of("query"), "images of row 'query' must not be empty");
    refused(() -> Thumbnails.of("t"), "rows of thumbnails 't' must not be empty");
  }

  @Test
  void anImageDoesNotChangeWithItsBytes() {
    byte[] bytes = {1, 2};
    Pixels image = Pixels.of(1, 2, 1, bytes);
    bytes[0] = 7;
    image.bytes()[1] = 7;
    assertThat(image).isEqualTo(Pixels.of(1, 2, 1, new byte[] {1, 2}));
    assertThat(image).isNotEqualTo(Pixels.of(2, 1, 1, new byte[] {1, 2}));
  }

  @Test
  void refusesNamesThatOccurTwice() {
    Section section = new Section("s", "s", "", List.of());
    refused(
        () -> new Report("r", List.of(), Map.of(), List.of(section, section)),
        "section 's' occurs twice");
    Series series = Series.steps("joint", 1);
    refused(() -> LineChart.of("c", "x", "y", series, series), "'joint' occurs twice");
  }

  @Test
  void refusesARowOfAnotherLength() {
    List<Column> columns = List.of(Column.text("a", ""), Column.text("b", ""));
    refused(
        () -> Table.of("t", columns, List.of(Table.row("1", "2"), Table.row("1"))),
        "row 2 of table 't' must have 2 cells, not 1");
  }

  @Test
  void refusesAReferenceLineOfAnUnknownSeries() {
    LineChart chart = LineChart.of("c", "x", "y", Series.steps("joint", 1));
    refused(
        () -> chart.withReferences(ReferenceLine.at(1, "truth").of("marginal")),
        "belongs to the unknown series 'marginal': known are [joint]");
  }

  @Test
  void doesNotChangeWithWhatItWasMadeFrom() {
    double[] numbers = {1, 2};
    Map<String, String> facts = new LinkedHashMap<>(Map.of("seed", "1"));
    List<String> summary = new ArrayList<>(List.of("found"));
    Values values = Values.of(numbers);
    Report report = new Report("r", summary, facts, List.of());
    numbers[0] = 7;
    facts.put("b", "2");
    summary.clear();
    assertThat(values.get(0)).isEqualTo(1);
    assertThat(report.facts()).containsOnlyKeys("seed");
    assertThat(report.summary()).containsExactly("found");
  }

  @Test
  void categoriesComeInTheOrderOfTheirFirstDots() {
    DotChart chart =
        DotChart.of(
            "t",
            "MI",
            new DotChart.Group("2", List.of(DotChart.Dot.of("mine", 1))),
            new DotChart.Group("4", List.of(DotChart.Dot.of("js", 1), DotChart.Dot.of("mine", 2))));
    assertThat(chart.categories()).containsExactly("mine", "js");
  }

  private static Histogram.Bins bins(double... edges) {
    return new Histogram.Bins("b", Values.of(edges), Values.of(1.0));
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
