package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianMomentsTest {
  /**
   * The trapezoidal rule, which converges faster than any power of the step on these integrands.
   */
  private static final double STEP = 0.2;

  private static final int POINTS = 50;

  /** r(x, y) in one dimension. */
  private static double ratio(double rho, double x, double y) {
    double variance = 1 - rho * rho;
    double squares = rho * rho * (x * x + y * y) - 2 * rho * x * y;
    return Math.exp(-squares / (2 * variance)) / Math.sqrt(variance);
  }

  private static double weight(int i) {
    double x = i * STEP;
    return STEP * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** ∫ r(x, y) r(x′, y) p(y) dy for grid points x and x′. */
  private static double composed(double rho, int x, int other) {
    double sum = 0;
    for (int y = -POINTS; y <= POINTS; y++) {
      sum += weight(y) * ratio(rho, x * STEP, y * STEP) * ratio(rho, other * STEP, y * STEP);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, -0.3, 0.5})
  void secondMomentsAreThoseOfNumericalIntegration(double rho) {
    double square = 0;
    double swapped = 0;
    for (int x = -POINTS; x <= POINTS; x++) {
      square += weight(x) * composed(rho, x, x);
      for (int other = -POINTS; other <= POINTS; other++) {
        double both = composed(rho, x, other);
        swapped += weight(x) * weight(other) * both * both;
      }
    }
    int batch = 2;
    assertThat(new GaussianMoments(1, rho).marginalVariance(batch))
        .isCloseTo((square - 1 + swapped - 1) / 2, within(1e-9));
  }

  @Test
  void ofAGivenInformation() {
    GaussianMoments moments = GaussianMoments.of(20, 4);
    assertThat(moments.mi()).isCloseTo(4, within(1e-12));
    assertThat(moments.fourthMomentIsFinite()).isFalse();
    assertThat(GaussianMoments.of(20, 1).fourthMomentIsFinite()).isTrue();
    assertThat(moments.jointVariance(10)).isCloseTo(20 * (1 - Math.exp(-0.4)) / 10, within(1e-12));
  }

  @Test
  void withoutInformationNothingVaries() {
    GaussianMoments none = new GaussianMoments(20, 0);
    assertThat(none.nwjVariance(8, 1)).isZero();
    assertThat(none.infoNceLeastBias(8)).isZero();
    assertThat(none.infoNceLargestBias(8)).isZero();
  }
}
