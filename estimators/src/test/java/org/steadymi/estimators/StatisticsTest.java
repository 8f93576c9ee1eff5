package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
  /** Mean 3, variance (4 + 1 + 0 + 1 + 4) / 4 = 5/2, standard error √(5/2 / 5) = √(1/2). */
  @Test
  void anEstimateIsTheMeanAndItsStandardError() {
    BatchMean estimate = BatchMean.of(new double[] {1, 2, 3, 4, 5});
    assertThat(estimate.mean()).isCloseTo(3, within(1e-15));
    assertThat(estimate.standardError()).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(estimate.batches()).isEqualTo(5);
  }

  @Test
  void aSingleBatchHasNoStandardError() {
    BatchMean estimate = BatchMean.of(new double[] {2.5});
    assertThat(estimate.mean()).isEqualTo(2.5);
    assertThat(estimate.standardError()).isNaN();
  }

  @Test
  void aNonFiniteBatchIsNotHidden() {
    assertThat(BatchMean.of(new double[] {1, Double.NaN}).mean()).isNaN();
    assertThat(BatchMean.of(new double[] {1, Double.POSITIVE_INFINITY}).mean()).isInfinite();
  }

  /** log((1 + 2 + 6) / 3) = log 3, whatever the common level. */
  @ParameterizedTest
  @ValueSource(doubles = {0, -1000, 1000})
  void levelsArePooledAsTheMeanOfTheirExponentials(double level) {
    double[] levels = {level, level + Math.log(2), level + Math.log(6)};
    assertThat(Levels.pooled(levels)).isCloseTo(level + Math.log(3), within(1e-12));
  }

  @Test
  void theLevelOfOneBatchIsItsOwn() {
    assertThat(Levels.pooled(new double[] {-0.25})).isEqualTo(-0.25);
  }
}
