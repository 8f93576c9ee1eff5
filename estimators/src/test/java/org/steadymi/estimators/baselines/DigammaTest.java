package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigammaTest {
  /** log n − 1/2n − 1/12n² + 1/120n⁴ − 1/252n⁶ (DLMF 5.11.2); the next term is below 5e-17. */
  @ParameterizedTest
  @CsvSource({"100", "1000", "12345", "1000000"})
  void largeIntegersFollowTheAsymptoticSeries(int n) {
    double x = n;
    double series =
        Math.log(x)
            - 1 / (2 * x)
            - 1 / (12 * x * x)
            + 1 / (120 * x * x * x * x)
            - 1 / (252 * x * x * x * x * x * x);
    // half a unit in the last place for each of n additions
    assertThat(Digamma.of(n)).isCloseTo(series, within(n * Math.ulp(Math.log(x)) / 2));
  }

  /** DLMF 5.4.12 and 5.4.14. */
  @Test
  void smallIntegersByHand() {
    double gamma = 0.5772156649015329;
    assertThat(Digamma.of(1)).isEqualTo(-gamma);
    assertThat(Digamma.of(2)).isEqualTo(1 - gamma);
    assertThat(Digamma.of(4)).isCloseTo(11 / 6.0 - gamma, within(1e-15));
    assertThat(Digamma.mean(1, 4, 1)).isCloseTo(11 / 18.0 - gamma, within(1e-15));
  }
}
