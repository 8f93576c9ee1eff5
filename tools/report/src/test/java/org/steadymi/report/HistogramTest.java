package org.steadymi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.report.Histogram.Bins;

class HistogramTest {
  @Test
  void equalBinsReachFromTheLeastToTheGreatestOfAllSets() {
    Values edges =
        Histogram.edges(4, Values.of(1, 3, Double.NaN), Values.of(2, 5, Double.NEGATIVE_INFINITY));
    assertThat(edges).isEqualTo(Values.of(1, 2, 3, 4, 5));
  }

  /** However the numbers round, the greatest sample is in the last bin. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -3.7, 1e12, -1e-9})
  void everySampleIsInABin(double from) {
    Values samples = Values.of(from, from + 0.1, from + 0.3, from + 0.7);
    Bins bins = Bins.shares("all", Histogram.edges(7, samples), samples);
    assertThat(bins.heights().stream().sum()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -2, 1e9})
  void equalSamplesHaveBinsToo(double value) {
    Values samples = Values.of(value, value);
    Bins bins = Bins.shares("all", Histogram.edges(5, samples), samples);
    assertThat(bins.heights().get(0)).isEqualTo(1);
  }

  @Test
  void sharesAreOfAllSamples() {
    Bins bins = Bins.shares("some", Values.of(0, 1, 2), Values.of(0.5, 1.5, 1.6, 9));
    assertThat(bins.heights()).isEqualTo(Values.of(0.25, 0.5));
  }

  @Test
  void samplesThatAreNoNumbersHaveNoBins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Histogram.edges(3, Values.of(Double.NaN)))
        .withMessage("bins must have a sample that is finite");
  }
}
