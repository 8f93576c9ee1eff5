package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Axis;
import org.steadymi.report.LineChart;
import org.steadymi.report.Series;

class BandPathTest {
  private static final double NONE = Double.NaN;

  /** 100 by 100 pixels with the origin at the upper left. */
  private static Plot plot(double xMax, Scale y) {
    Scale x = new Scale(Axis.Spacing.LINEAR, new Range(0, xMax));
    return new Plot(new Plot.Area(0, 0, 100, 100), x, y);
  }

  private static Scale linear() {
    return new Scale(Axis.Spacing.LINEAR, new Range(0, 10));
  }

  @Test
  void followsTheUpperEndsAndComesBackAlongTheLower() {
    Series series = Series.steps("s", 2, 3).withBand(of(1, 2), of(4, 5));
    assertThat(BandPath.of(series, plot(10, linear()))).isEqualTo("M10 60L20 50L20 80L10 90Z");
  }

  @Test
  void positionsWithoutBothEndsInterruptTheArea() {
    double[] low = {1, 1, NONE, 1, Double.NEGATIVE_INFINITY, 1, 1};
    double[] high = {2, 2, 2, 2, 2, 2, 2};
    Series series = Series.steps("s", new double[7]).withBand(low, high);
    assertThat(BandPath.of(series, plot(10, linear())))
        .isEqualTo(
            "M10 80L20 80L20 90L10 90Z"
                + "M39 80L41 80L41 90L39 90Z"
                + "M60 80L70 80L70 90L60 90Z");
  }

  @Test
  void keepsTheExtremesOfAVeryLongBand() {
    double[] low = new double[1_000_000];
    double[] high = new double[low.length];
    Arrays.fill(low, 5);
    Arrays.fill(high, 6);
    low[123_456] = 1;
    high[654_321] = 9;
    Series series = Series.steps("s", new double[low.length]).withBand(low, high);
    String path = BandPath.of(series, plot(low.length, linear()));
    assertThat(path).contains("12.5 90").contains("65.5 10");
    assertThat(Pattern.compile("[ML]").matcher(path).results().count()).isLessThanOrEqualTo(202);
  }

  @Test
  void aLowerEndBelowALogarithmicAxisLiesAtItsEnd() {
    Scale y = new Scale(Axis.Spacing.LOG, new Range(0.1, 10));
    Series series = Series.steps("s", 1, 1).withBand(of(-1, 0), of(10, 1));
    assertThat(BandPath.of(series, plot(10, y))).isEqualTo("M10 0L20 50L20 100L10 100Z");
  }

  @Test
  void theAxisReachesAroundTheBandAndTheBandLiesBehindTheCurves() {
    LineChart chart =
        LineChart.of(
            "t",
            "x",
            "y",
            Series.steps("a", 1, 1),
            Series.steps("b", 1, 2).withBand(of(0, 0), of(50, 80)));
    String svg = Drawing.of(chart).draw(500).svg().toString();
    assertThat(svg).contains(">80<");
    assertThat(svg.indexOf("spread tint-1")).isBetween(0, svg.indexOf("class=\"curve\""));
  }

  private static double[] of(double... numbers) {
    return numbers;
  }
}
