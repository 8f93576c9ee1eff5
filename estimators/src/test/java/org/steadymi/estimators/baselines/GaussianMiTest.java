package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianMiTest {
  private static final double ROUNDING = 1e-12;
  private static final double ACCUMULATED = 1e-10;

  /** x = ±1 and u = ±1 in all four combinations, y = ρ x + √(1 − ρ²) u: their correlation is ρ. */
  private static Drawn exact(double correlation) {
    double rest = Math.sqrt(1 - correlation * correlation);
    return new Drawn(
        Points.column(1, 1, -1, -1),
        Points.column(
            correlation + rest, correlation - rest, -correlation + rest, -correlation - rest));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.6, 0", "-0.6, 0.02", "0.999, 0.02", "0.9, 0.5"})
  void oneCorrelation(double correlation, double shrinkage) {
    Drawn drawn = exact(correlation);
    GaussianMi gaussian = new GaussianMi(shrinkage);
    double shrunk = (1 - shrinkage) * correlation;
    assertThat(gaussian.estimate(drawn.x(), drawn.y()).nats())
        .isCloseTo(-0.5 * Math.log(1 - shrunk * shrunk), within(ROUNDING));
    assertThat(gaussian.canonicalCorrelations(drawn.x(), drawn.y()))
        .usingComparatorWithPrecision(ROUNDING)
        .containsExactly(Math.abs(shrunk));
  }

  /** log N(x, y) − log N(x) − log N(y) of unit normals with correlation r, written out. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02})
  void theLogRatioIsThatOfTheNormalDensities(double shrinkage) {
    Drawn drawn = exact(0.6);
    GaussianLogRatio ratio =
        new GaussianMi(shrinkage)
            .fit(
                new Points(shifted(drawn.x().values(), 3, 2), 1),
                new Points(shifted(drawn.y().values(), -1, 5), 1));
    double r = (1 - shrinkage) * 0.6;
    double[] x = {0, 1, -2, 0.3};
    double[] y = {0, -1, 1.5, 2};
    double[] found = ratio.at(Points.column(shifted(x, 3, 2)), Points.column(shifted(y, -1, 5)));
    for (int i = 0; i < x.length; i++) {
      double form = r * r * x[i] * x[i] + r * r * y[i] * y[i] - 2 * r * x[i] * y[i];
      assertThat(found[i])
          .isCloseTo(-0.5 * Math.log(1 - r * r) - form / (2 * (1 - r * r)), within(ROUNDING));
    }
  }

  /** Over the samples that it was fitted to, the log ratio without shrinkage has mean I. */
  @Test
  void theMeanOfTheLogRatioIsTheInformation() {
    Drawn drawn = Drawn.normal(500, 3, 0.7, 4);
    GaussianMi gaussian = new GaussianMi(0);
    GaussianLogRatio ratio = gaussian.fit(drawn.x(), drawn.y());
    double mean = Arrays.stream(ratio.at(drawn.x(), drawn.y())).average().orElseThrow();
    assertThat(mean).isCloseTo(ratio.mutualInformation(), within(ACCUMULATED));
    assertThat(gaussian.estimate(drawn.x(), drawn.y()).nats()).isEqualTo(ratio.mutualInformation());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.5})
  void canonicalCorrelationsGiveTheSame(double shrinkage) {
    Drawn drawn = Drawn.normal(300, 4, 0.7, 6);
    Points y = drawn.y().beside(Drawn.normal(300, 2, 0, 7).x());
    GaussianMi gaussian = new GaussianMi(shrinkage);
    double[] canonical = gaussian.canonicalCorrelations(drawn.x(), y);
    assertThat(canonical).hasSize(4);
    double nats = Arrays.stream(canonical).map(r -> -0.5 * Math.log(1 - r * r)).sum();
    assertThat(gaussian.estimate(drawn.x(), y).nats()).isCloseTo(nats, within(ACCUMULATED));
  }

  @Test
  void mixingTheColumnsOfASideDoesNotMatter() {
    Drawn drawn = Drawn.normal(400, 2, 0.7, 8);
    double[] mixed = new double[800];
    for (int i = 0; i < 400; i++) {
      mixed[2 * i] = 5 + drawn.x().at(i, 0) - 3 * drawn.x().at(i, 1);
      mixed[2 * i + 1] = 20 * drawn.x().at(i, 0) + 2 * drawn.x().at(i, 1);
    }
    GaussianMi gaussian = new GaussianMi(0);
    assertThat(gaussian.estimate(new Points(mixed, 2), drawn.y()).nats())
        .isCloseTo(gaussian.estimate(drawn.x(), drawn.y()).nats(), within(ACCUMULATED));
  }

  /** To first order the error of the correlations adds d_x d_y / 2N, here 9 / 4000. */
  @Test
  void normalsOfKnownInformation() {
    double truth = -1.5 * Math.log(1 - 0.49);
    var replicates =
        Drawn.Replicates.of(
            100,
            seed -> {
              Drawn drawn = Drawn.normal(2000, 3, 0.7, seed);
              return new GaussianMi(0).estimate(drawn.x(), drawn.y()).nats();
            });
    assertThat(replicates.mean())
        .isCloseTo(truth + 9 / 4000.0, within(4 * replicates.standardError()));
  }

  @Test
  void shrinkageServesColumnsThatDependOnEachOtherAndConstants() {
    Points x = Points.of(new double[][] {{1, 2, 7}, {2, 4, 7}, {4, 8, 7}, {3, 6, 7}});
    Points y = Points.column(1, 5, 2, 2);
    assertThat(new GaussianMi().estimate(x, y).nats()).isFinite();
    assertThatThrownBy(() -> new GaussianMi(0).estimate(x, y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "gaussian: expected columns that do not determine each other, or a shrinkage above 0");
  }

  @Test
  void wrongInputIsOneLine() {
    assertThatThrownBy(() -> new GaussianMi(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shrinkage: expected at least 0 and below 1, found 1.0");
    assertThatThrownBy(() -> new GaussianMi().estimate(Points.column(1, 2), Points.column(1, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gaussian: expected at least 3 rows, found 2");
    GaussianLogRatio ratio = new GaussianMi().fit(Points.column(1, 2, 4), Points.column(1, 3, 2));
    assertThatThrownBy(() -> ratio.at(Points.column(1, 2), Points.column(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "log ratio: expected rows of 1 and 1 numbers, as many of each, found 2 of 1 and 1 of"
                + " 1");
  }

  private static double[] shifted(double[] values, double shift, double scale) {
    return Arrays.stream(values).map(v -> shift + scale * v).toArray();
  }
}
