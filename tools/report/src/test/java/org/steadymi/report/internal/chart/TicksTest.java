package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.report.Axis;

class TicksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 10; 6; 0 2 4 6 8 10",
        "1; 3000; 7; 500 1,000 1,500 2,000 2,500 3,000",
        "-0.3; 0.31; 4; −0.2 0 0.2",
        "4.01; 4.19; 5; 4.05 4.10 4.15",
        "0; 0.00005; 3; 0 0.00002 0.00004",
        "0; 3000000; 4; 0 10⁶ 2×10⁶ 3×10⁶",
        "0; 1e-7; 3; 0 5×10⁻⁸ 10⁻⁷"
      })
  void linearTicksAreRoundNumbers(double min, double max, int atMost, String labels) {
    assertThat(String.join(" ", labels(Axis.linear("v"), min, max, atMost))).isEqualTo(labels);
  }

  @Test
  void linearTicksLieInTheRangeAndAreAsFewAsAskedFor() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double min = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
      double max = min + Math.pow(10, random.nextDouble() * 12 - 6);
      int atMost = 2 + random.nextInt(10);
      Range range = new Range(min, max);
      List<Tick> ticks = Ticks.of(new Scale(Axis.Spacing.LINEAR, range), atMost);
      double slack = 1e-6 * (max - min);
      assertThat(ticks).hasSizeLessThanOrEqualTo(atMost);
      assertThat(ticks).allMatch(t -> t.value() >= min - slack && t.value() <= max + slack);
      assertThat(ticks.stream().map(Tick::label)).doesNotHaveDuplicates();
    }
  }

  @Test
  void logarithmicTicksArePowersOfTenAndFillShortRanges() {
    assertThat(labels(Axis.log("v"), 0.001, 1e7, 12)).contains("0.001", "1", "1,000", "10⁶");
    assertThat(labels(Axis.log("v"), 1, 100, 8))
        .containsExactly("1", "2", "5", "10", "20", "50", "100");
    assertThat(labels(Axis.log("v"), 3, 4, 5)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void symmetricTicksAreZeroAndPowersOfTenOfEitherSign() {
    assertThat(labels(Axis.symlog("v"), -20, 1000, 8))
        .containsExactly("−10", "0", "10", "100", "1,000");
    assertThat(labels(Axis.symlog("v"), -1, 2, 8)).contains("−1.0", "0", "1.0", "2.0");
  }

  private static List<String> labels(Axis axis, double min, double max, int atMost) {
    Scale scale = new Scale(axis.spacing(), new Range(min, max));
    return Ticks.of(scale, atMost).stream().map(Tick::label).toList();
  }
}
