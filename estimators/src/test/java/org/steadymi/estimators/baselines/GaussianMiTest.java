package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
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

  /** 1 − ρ² is 0 or some ulp of 1, which is 2⁻⁵²: −½ log of that. */
  @Test
  void aColumnTellsAllAboutItself() {
    for (int seed = 0; seed < 20; seed++) {
      Points x = Drawn.normal(50, 1, 0, seed).x();
      assertThat(new GaussianMi(0).estimate(x, x).nats()).isGreaterThan(16);
    }
  }

  /** ½ log(|R_x| |R_y| / |R|), the determinants by another way. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.5})
  void theDeterminantsGiveTheSame(double shrinkage) {
    Drawn drawn = Drawn.normal(300, 4, 0.7, 6);
    Points y = drawn.y().beside(Drawn.normal(300, 2, 0, 7).x());
    Correlations all = Correlations.of(drawn.x(), y, shrinkage);
    double nats =
        (logDeterminant(all.all(), 0, 4)
                + logDeterminant(all.all(), 4, 10)
                - logDeterminant(all.all(), 0, 10))
            / 2;
    assertThat(new GaussianMi(shrinkage).estimate(drawn.x(), y).nats())
        .isCloseTo(nats, within(ACCUMULATED));
  }

  private static double logDeterminant(RealMatrix matrix, int from, int to) {
    return Math.log(
        new LUDecomposition(matrix.getSubMatrix(from, to - 1, from, to - 1)).getDeterminant());
  }

  /** Projections have deviation 1, those of a pair its correlation, all others none. */
  @Test
  void canonicalPairsCorrelateAsTheySay() {
    Drawn drawn = Drawn.normal(300, 3, 0.7, 6);
    Points x = Standardisation.of(drawn.x()).applied(drawn.x());
    Points y = drawn.y().beside(Drawn.normal(300, 2, 0, 7).x());
    y = Standardisation.of(y).applied(y);
    CanonicalPairs pairs = new GaussianMi(0).canonicalPairs(x, y);
    assertThat(pairs.correlations()).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double expected = i == j ? 1 : 0;
        assertThat(product(x, pairs.x(), i, x, pairs.x(), j))
            .isCloseTo(expected, within(ACCUMULATED));
        assertThat(product(y, pairs.y(), i, y, pairs.y(), j))
            .isCloseTo(expected, within(ACCUMULATED));
        assertThat(product(x, pairs.x(), i, y, pairs.y(), j))
            .isCloseTo(expected * pairs.correlations()[i], within(ACCUMULATED));
      }
    }
  }

  private static double product(Points a, double[][] ofA, int i, Points b, double[][] ofB, int j) {
    double sum = 0;
    for (int row = 0; row < a.count(); row++) {
      sum += projection(a, row, ofA, i) * projection(b, row, ofB, j);
    }
    return sum / a.count();
  }

  private static double projection(Points points, int row, double[][] directions, int pair) {
    double sum = 0;
    for (int c = 0; c < points.width(); c++) {
      sum += points.at(row, c) * directions[c][pair];
    }
    return sum;
  }

  /** The edge for 10 and 20 columns in 1,000 rows: √(.01 · .98) + √(.02 · .99) = 0.2397. */
  @Test
  void correlationsAboveChanceAreCounted() {
    double[][] x = new double[10][3];
    double[][] y = new double[20][3];
    assertThat(new CanonicalPairs(x, y, new double[] {0.5, 0.2398, 0.2396}).above(1000))
        .isEqualTo(2);
    assertThat(new CanonicalPairs(x, y, new double[] {0.2396, 0.2, 0.1}).above(1000)).isZero();
    assertThat(new CanonicalPairs(x, y, new double[] {0.5, 0.4, 0.1}).above(100_000)).isEqualTo(3);
  }

  /** What rows of unrelated variables have. */
  @Test
  void unrelatedVariablesStayBelowTheEdge() {
    Points x = Drawn.normal(2000, 20, 0, 9).x();
    Points y = Drawn.normal(2000, 20, 0, 10).x();
    CanonicalPairs pairs = new GaussianMi(0).canonicalPairs(x, y);
    assertThat(pairs.correlations()[0]).isGreaterThan(0.15); // far from none
    assertThat(pairs.above(2000)).isLessThanOrEqualTo(1);
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
  }
}
