package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Axis;
import org.steadymi.report.DotChart;
import org.steadymi.report.Histogram;
import org.steadymi.report.LineChart;
import org.steadymi.report.Series;
import org.steadymi.report.Values;

class DrawingTest {

  @Test
  void aCurveThatStopsBeingFiniteEndsInACross() {
    String exploded = draw(Series.steps("s", 1, 2, Double.NaN));
    assertThat(exploded).contains("class=\"cross\"").contains("last value not finite");
    assertThat(draw(Series.steps("s", 1, Double.NaN, 3))).doesNotContain("class=\"cross\"");
  }

  @Test
  void seriesWithoutValuesAreDrawnAsAnEmptyPlot() {
    assertThat(draw(Series.steps("s", new double[0]))).doesNotContain("NaN").contains("</svg>");
    assertThat(draw(Series.steps("s", Double.NaN))).contains("no finite value");
    assertThat(draw(Series.steps("s", 3, 3, 3))).doesNotContain("NaN");
    assertThat(draw(Series.steps("s", 0, Double.MIN_VALUE))).doesNotContain("NaN");
    assertThat(draw(Series.steps("s", -1e308, 1e308))).doesNotContain("NaN");
  }

  @Test
  void valuesThatALogarithmicAxisCannotShowAreGaps() {
    LineChart chart =
        LineChart.of("t", "x", "y", Series.steps("s", 1, 10, -1, 100))
            .withAxes(Axis.linear("x"), Axis.log("y"));
    assertThat(Drawing.of(chart).draw(500).svg().toString())
        .containsPattern("class=\"curve\" d=\"M[^M]*M[^M]*h0\"")
        .doesNotContain("NaN");
  }

  @Test
  void dotsBeyondTheAxisAndDotsWithoutValueAreMarked() {
    DotChart chart =
        DotChart.of(
                "t",
                "MI",
                new DotChart.Group(
                    "4 nats",
                    List.of(
                        DotChart.Dot.of("js", 3),
                        DotChart.Dot.of("nwj", 41.5),
                        DotChart.Dot.of("tuba", Double.NaN))))
            .withAxis(Axis.linear("MI").within(0, 6));
    String svg = Drawing.of(chart).draw(500).svg().toString();
    assertThat(svg).contains(">41.5</text>").contains("tuba, 4 nats: no finite value");
    assertThat(Drawing.of(chart).keys().stream().map(Drawing.Key::text))
        .containsExactly("4 nats", "beyond the axis", "no finite value");
  }

  @Test
  void barsFollowTheCounts() {
    Values edges = Values.of(0, 1, 2, 3);
    Histogram.Bins bins =
        Histogram.Bins.count("b", edges, Values.of(0, 0.5, 1, 3, 3.1, -1, Double.NaN));
    assertThat(bins.heights()).isEqualTo(Values.of(2, 1, 1));
    Histogram gap = Histogram.of("t", "x", "n", new Histogram.Bins("b", edges, Values.of(1, 0, 1)));
    assertThat(Drawing.of(gap).draw(500).svg().toString())
        .containsPattern("class=\"bars\" d=\"M[^MZ]*ZM[^MZ]*Z\"");
  }

  @Test
  void anEleventhSeriesRepeatsAColourInAnotherStyle() {
    Series[] series = new Series[11];
    for (int i = 0; i < series.length; i++) {
      series[i] = Series.steps("s" + i, 1, 2);
    }
    assertThat(Drawing.of(LineChart.of("t", "x", "y", series)).draw(500).svg().toString())
        .contains("\"tint-0 solid\"")
        .contains("\"tint-0 solid again\"");
  }

  private static String draw(Series series) {
    return Drawing.of(LineChart.of("t", "x", "y", series)).draw(500).svg().toString();
  }
}
