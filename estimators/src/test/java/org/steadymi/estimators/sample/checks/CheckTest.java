package org.steadymi.estimators.sample.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.Estimate.Independence;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.Estimate.Judgement;
import org.steadymi.estimators.sample.Estimate.References;
import org.steadymi.estimators.sample.Estimate.Value;
import org.steadymi.estimators.sample.Verdict;

class CheckTest {
  private static final double ROUNDING = 1e-12;

  /**
   * Errors of 0.03 and 0.04 make one of 0.05, so that two are 0.1; a tenth of the greater added.
   */
  @ParameterizedTest
  @CsvSource({
    "COARSER, 1.0, 0.801, true",
    "COARSER, 1.0, 0.799, false",
    "COARSER, 0.1, 1.0, true",
    "FEWER_COLUMNS, 1.0, 0.801, true",
    "FEWER_COLUMNS, 1.0, 0.799, false",
    "FUNCTION_BESIDE, 1.0, 0.801, true",
    "FUNCTION_BESIDE, 1.0, 0.799, false",
    "FUNCTION_BESIDE, 0.801, 1.0, true",
    "FUNCTION_BESIDE, 0.799, 1.0, false",
    "ADDITIVE, 1.801, 2.1, true",
    "ADDITIVE, 1.789, 2.1, false",
    "COARSER, -0.2, -0.299, true",
    "COARSER, -0.2, -0.301, false",
  })
  void twoErrorsAndATenthOfTheGreaterPass(
      Property property, double found, double expected, boolean passes) {
    Check check =
        new Check(property, "it", new Measured(found, 0.03), new Measured(expected, 0.04));
    assertThat(check.passed()).isEqualTo(passes);
    assertThat(check.difference().nats()).isCloseTo(found - expected, within(ROUNDING));
    assertThat(check.difference().error()).isCloseTo(0.05, within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({"0.039, true", "0.041, false", "-1, true"})
  void shuffledRowsHaveTwoErrorsOnly(double found, boolean passes) {
    Check check = new Check(Property.SHUFFLED, "it", new Measured(found, 0.02), Measured.ZERO);
    assertThat(check.passed()).isEqualTo(passes);
    assertThat(check.allowed()).isCloseTo(0.04, within(ROUNDING));
    assertThat(check.ratio()).isEmpty();
  }

  /** A quotient's relative error is that of both, in quadrature: √(0.05² + 0.12²) = 0.13. */
  @Test
  void aRatioHasTheErrorsOfBoth() {
    Check check =
        new Check(Property.ADDITIVE, "it", new Measured(1.8, 0.09), new Measured(2, 0.24));
    Measured ratio = check.ratio().orElseThrow();
    assertThat(ratio.nats()).isCloseTo(0.9, within(ROUNDING));
    assertThat(ratio.error()).isCloseTo(0.9 * 0.13, within(ROUNDING));
  }

  @Test
  void nothingIsDividedByWhatMayBeZero() {
    Check check = new Check(Property.ADDITIVE, "it", new Measured(1, 0.1), new Measured(0.1, 0.06));
    assertThat(check.ratio()).isEmpty();
  }

  @Test
  void sentencesHaveTheNumbersAndWhatAFailureMeans() {
    assertThat(
            new Check(Property.ADDITIVE, "both", new Measured(1, 0.03), new Measured(2, 0.04))
                .sentence())
        .isEqualTo(
            "both: 1.000 ± 0.030, expected about 2.000 ± 0.040, allowed ± 0.300 (ratio 0.50 ±"
                + " 0.02); critics lose a part of the value as columns are added or rows are taken"
                + " away");
    assertThat(
            new Check(Property.SHUFFLED, "shuffled", new Measured(0.01, 0.02), Measured.ZERO)
                .sentence())
        .isEqualTo("shuffled: 0.010 ± 0.020, expected at most 0, allowed up to +0.040");
  }

  @Test
  void theErrorIsThatOfTheIntervalBelowTheValue() {
    Estimate estimate =
        new Estimate(
            new Value(1, new Interval(1 - 1.96 * 0.05, 7), List.of()),
            new Judgement(Verdict.TRUSTWORTHY, List.of()),
            new References(new Independence(0.05, 19), List.of()),
            List.of(),
            new double[0]);
    Measured measured = Measured.of(estimate);
    assertThat(measured.nats()).isEqualTo(1);
    assertThat(measured.error()).isCloseTo(0.05, within(ROUNDING));
  }
}
