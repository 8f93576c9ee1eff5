package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Axis;
import org.steadymi.report.Series;

class ThinningTest {
  /** 100 by 100 pixels with the origin at the upper left; y shows −100 … 100. */
  private static Plot plot(double xMax) {
    return new Plot(
        new Plot.Area(0, 0, 100, 100),
        new Scale(Axis.Spacing.LINEAR, new Range(0, xMax)),
        new Scale(Axis.Spacing.LINEAR, new Range(-100, 100)));
  }

  @Test
  void keepsSpikesOfAVeryLongSeries() {
    double[] y = new double[1_000_000];
    y[123_456] = 90;
    y[654_321] = -80;
    String path = Thinning.path(Series.steps("s", y), plot(1_000_000));
    assertThat(path).contains("12.3 5L").contains("65.4 90L");
    assertThat(points(path)).isLessThanOrEqualTo(4 * 101);
  }

  @Test
  void keepsEveryPointOfAShortSeries() {
    assertThat(Thinning.path(Series.steps("s", 0, 100, -100), plot(4)))
        .isEqualTo("M25 50L50 0L75 100");
  }

  @Test
  void valuesThatAreNotFiniteInterruptTheLine() {
    double[] y = {0, 0, Double.NaN, 0, 0, Double.POSITIVE_INFINITY, Double.NaN};
    assertThat(Thinning.path(Series.steps("s", y), plot(10))).isEqualTo("M10 50L20 50M40 50L50 50");
  }

  @Test
  void aPointBetweenGapsIsADot() {
    double[] y = {0, Double.NaN, 0, Double.NaN, 0};
    assertThat(Thinning.path(Series.steps("s", y), plot(10))).isEqualTo("M10 50h0M30 50h0M50 50h0");
  }

  @Test
  void gapsNarrowerThanAPixelDoNotCountAndDoNotAddPoints() {
    double[] y = new double[100_000];
    Arrays.setAll(y, i -> i % 2 == 0 ? 0 : Double.NaN);
    assertThat(points(Thinning.path(Series.steps("s", y), plot(100_000))))
        .isLessThanOrEqualTo(4 * 101);
  }

  @Test
  void aSeriesWithoutAnyFiniteValueHasNoPath() {
    assertThat(Thinning.path(Series.steps("s", Double.NaN, Double.NaN), plot(10))).isEmpty();
    assertThat(Thinning.path(Series.steps("s", new double[0]), plot(10))).isEmpty();
  }

  private static long points(String path) {
    return Pattern.compile("[ML]").matcher(path).results().count();
  }
}
