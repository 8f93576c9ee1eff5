package org.steadymi.laboratory.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
  /** t of 97.5 % with 4 degrees of freedom is 2.776445105 (NIST/SEMATECH handbook, 1.3.6.7.2). */
  @Test
  void studentsIntervalOfFiveNumbers() {
    Interval interval = Interval.of(1, 2, 3, 4, 5);
    double half = 2.776445105 * Math.sqrt(2.5 / 5);
    assertThat(interval.mean()).isEqualTo(3);
    assertThat(interval.low()).isCloseTo(3 - half, within(1e-8));
    assertThat(interval.high()).isCloseTo(3 + half, within(1e-8));
    assertThat(interval.n()).isEqualTo(5);
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    assertThat(Interval.of(1, Double.NaN, 3, Double.POSITIVE_INFINITY))
        .isEqualTo(Interval.of(1, 3));
    assertThat(Interval.of(7)).isEqualTo(new Interval(7, Double.NaN, Double.NaN, 1));
    assertThat(Interval.of(Double.NaN))
        .isEqualTo(new Interval(Double.NaN, Double.NaN, Double.NaN, 0));
  }

  @Test
  void orderStatistics() {
    Sample sample = Sample.of(5, Double.NaN, 1, 4, 2);
    assertThat(sample.size()).isEqualTo(4);
    assertThat(sample.min()).isEqualTo(1);
    assertThat(sample.max()).isEqualTo(5);
    assertThat(sample.median()).isEqualTo(3);
    assertThat(Sample.of(9, 1, 3).median()).isEqualTo(3);
    assertThat(Sample.of().median()).isNaN();
  }
}
