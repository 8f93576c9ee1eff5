package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class GaussianTest extends PairSourceContract {
  @Override
  PairSource source() {
    return Gaussian.ofMi(3, 1.5);
  }

  /** Choi and Lee 2022: the correlations of the staircase's levels in 20 dimensions. */
  @ParameterizedTest
  @CsvSource({"2, 0.4258", "4, 0.5742", "6, 0.6717", "8, 0.7421", "10, 0.7951"})
  void correlationsOfTheStaircase(double mi, double rho) {
    assertThat(Gaussian.ofMi(20, mi).rho()).isCloseTo(rho, within(5e-5));
  }

  @Test
  void mutualInformationIsExact() {
    assertThat(Gaussian.ofRho(2, 0.5).trueMi().orElseThrow())
        .isCloseTo(Math.log(4.0 / 3.0), within(1e-15));
    assertThat(Gaussian.ofRho(20, -0.9).trueMi().orElseThrow())
        .isCloseTo(-10 * Math.log(0.19), within(1e-12));
    assertThat(Gaussian.ofMi(20, 4).cubed().trueMi()).hasValue(4);
    assertThat(Gaussian.ofMi(20, 0).rho()).isZero();
  }

  @Test
  void specifications() {
    assertThat(PairSources.parse("gaussian").spec()).isEqualTo("gaussian:dim=20,mi=4");
    assertThat(PairSources.parse("gaussian:rho=-0.50").spec())
        .isEqualTo("gaussian:dim=20,rho=-0.5");
    assertThat(PairSources.parse("gaussian:cubic=true,mi=2,dim=5"))
        .isEqualTo(Gaussian.ofMi(5, 2).cubed())
        .isNotEqualTo(Gaussian.ofMi(5, 2))
        .hasToString("gaussian:dim=5,mi=2,cubic=true");
    assertThat(Gaussian.ofMi(5, 2).fingerprint())
        .isNotEqualTo(Gaussian.ofMi(5, 2).cubed().fingerprint());
  }

  static Stream<Arguments> draws() {
    return Stream.of(Gaussian.ofRho(2, 0.8), Gaussian.ofRho(3, -0.5), Gaussian.ofMi(4, 0))
        .flatMap(
            source ->
                Stream.of(
                    Arguments.of(source, "host", source.pairs(Split.TRAIN, 1, 60_000)),
                    Arguments.of(source, "graph", graphPairs(source, 60_000)),
                    Arguments.of(source, "compiled graph", compiledPairs(source, 60_000)),
                    Arguments.of(
                        source.cubed(), "host", source.cubed().pairs(Split.REPORT, 1, 60_000)),
                    Arguments.of(source.cubed(), "graph", graphPairs(source.cubed(), 60_000))));
  }

  private static Pairs graphPairs(PairSource source, int count) {
    try (GraphDraws draws = new GraphDraws(source.sampler(Split.TRAIN), 1, count)) {
      return draws.pairs(1, 1);
    }
  }

  private static Pairs compiledPairs(PairSource source, int count) {
    try (CompiledDraw draw = new CompiledDraw(source.sampler(Split.TRAIN), count)) {
      return draw.pairs(1, 1);
    }
  }

  /**
   * E x = E y = 0, E x² = E y² = 1, E xy = ρ; E x²y² = 1 + 2ρ² tells a joint normal from others.
   */
  @ParameterizedTest(name = "{0} on the {1}")
  @MethodSource("draws")
  void momentsAreThoseOfTheDistribution(Gaussian source, String where, Pairs pairs) {
    int dim = source.xSize();
    boolean cubic = source.spec().endsWith("cubic=true");
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j < dim; j++) {
        Moments[] moments = {
          new Moments(), new Moments(), new Moments(), new Moments(), new Moments()
        };
        for (int row = 0; row < pairs.count(); row++) {
          double x = pairs.x().at(row, i);
          double y = cubic ? Math.cbrt(pairs.y().at(row, j)) : pairs.y().at(row, j);
          moments[0].add(x);
          moments[1].add(y * y);
          moments[2].add(x * y);
          moments[3].add(x * x * y * y);
          moments[4].add(x * x);
        }
        double rho = i == j ? source.rho() : 0;
        String at = where + " " + i + "," + j + " ";
        moments[0].assertMean(at + "x", 0);
        moments[1].assertMean(at + "y²", 1);
        moments[2].assertMean(at + "xy", rho);
        moments[3].assertMean(at + "x²y²", 1 + 2 * rho * rho);
        moments[4].assertMean(at + "x²", 1);
      }
    }
  }

  @ParameterizedTest(name = "{0} on the {1}")
  @MethodSource("draws")
  void differentRowsAreUncorrelated(Gaussian source, String where, Pairs pairs) {
    Moments products = new Moments();
    for (int row = 0; row + 1 < pairs.count(); row++) {
      products.add(pairs.x().at(row, 0) * pairs.y().at(row + 1, 0));
    }
    products.assertMean(where + " x_i y_{i+1}", 0);
  }

  /**
   * E_P log r = I, and E_P r^(−1/4) = ∫ p^(3/4) q^(1/4) = [(1 − ρ²)^(1/8) / (1 − ρ²/16)^(1/2)]^d:
   * unlike those of 1/r, whose variance is infinite for ρ ≥ 1/2, its first four moments are finite,
   * so that its standard error means something.
   */
  @ParameterizedTest(name = "{0} on the {1}")
  @MethodSource("draws")
  void logRatioHasItsMoments(Gaussian source, String where, Pairs pairs) {
    Moments logRatio = new Moments();
    Moments quarter = new Moments();
    for (int row = 0; row < pairs.count(); row++) {
      double log = source.logRatio(pairs.x(), row, pairs.y(), row);
      logRatio.add(log);
      quarter.add(Math.exp(-log / 4));
    }
    double square = source.rho() * source.rho();
    double affinity = Math.pow(1 - square, 0.125) / Math.sqrt(1 - square / 16);
    logRatio.assertMean(where + " log r", source.trueMi().orElseThrow());
    quarter.assertMean(where + " r^(-1/4)", Math.pow(affinity, source.xSize()));
  }

  /** Against log N(y; ρx, 1−ρ²) − log N(y; 0, 1), summed over components. */
  @Test
  void logRatioIsTheDifferenceOfLogDensities() {
    Gaussian source = Gaussian.ofRho(4, -0.7);
    Pairs pairs = source.pairs(Split.TRAIN, 5, 20);
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        double expected = 0;
        for (int k = 0; k < 4; k++) {
          double y = pairs.y().at(j, k);
          expected += logNormal(y, -0.7 * pairs.x().at(i, k), 1 - 0.49) - logNormal(y, 0, 1);
        }
        assertThat(source.logRatio(pairs.x(), i, pairs.y(), j))
            .isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
      }
    }
  }

  private static double logNormal(double value, double mean, double variance) {
    double d = value - mean;
    return -0.5 * (Math.log(2 * Math.PI * variance) + d * d / variance);
  }

  /** Float32 keeps 24 bits of terms up to about 200: 1e-4 is ten times their rounding. */
  @ParameterizedTest
  @ValueSource(
      strings = {"dim=20,mi=4", "dim=20,mi=10", "dim=3,rho=-0.9", "dim=20,mi=4,cubic=true"})
  void logRatioMatrixEqualsTheHost(String options) {
    Gaussian source = (Gaussian) PairSources.parse("gaussian:" + options);
    Pairs pairs = source.pairs(Split.TRAIN, 5, 16);
    Rows matrix = logRatioMatrix(source, pairs);
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < 16; j++) {
        assertThat((double) matrix.at(i, j))
            .as("row %d is x, column %d is y", i, j)
            .isCloseTo(source.logRatio(pairs.x(), i, pairs.y(), j), within(1e-4));
      }
    }
  }

  /**
   * p(x), p(y) and p(y | x) of the definition, in double; y = z³ has the density of z over 3 z².
   */
  @ParameterizedTest
  @ValueSource(strings = {"dim=4,rho=-0.7", "dim=4,rho=-0.7,cubic=true"})
  void densitiesAreThoseOfTheDefinition(String options) {
    Gaussian source = (Gaussian) PairSources.parse("gaussian:" + options);
    Densities known = source.densities().orElseThrow();
    int n = 8;
    Pairs pairs = source.pairs(Split.TRAIN, 5, n);
    Rows matrix = evaluate(pairs, known::logConditionalMatrix);
    Rows aligned = evaluate(pairs, (tf, x, y) -> column(tf, known.logConditional(tf, x, y)));
    Rows ratio = evaluate(pairs, (tf, x, y) -> column(tf, known.logRatio(tf, x, y)));
    Rows marginalX = evaluate(pairs, (tf, x, y) -> column(tf, known.logMarginalX(tf, x)));
    Rows marginalY = evaluate(pairs, (tf, x, y) -> column(tf, known.logMarginalY(tf, y)));
    boolean cubic = options.contains("cubic");
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double conditional = 0;
        double ofX = 0;
        double ofY = 0;
        for (int k = 0; k < 4; k++) {
          double x = pairs.x().at(i, k);
          double z = cubic ? Math.cbrt(pairs.y().at(j, k)) : pairs.y().at(j, k);
          double stretch = cubic ? Math.log(3 * z * z) : 0;
          conditional += logNormal(z, -0.7 * x, 1 - 0.49) - stretch;
          ofX += logNormal(x, 0, 1);
          ofY += logNormal(z, 0, 1) - stretch;
        }
        assertThat((double) matrix.at(i, j)).isCloseTo(conditional, within(2e-4));
        if (i == j) {
          assertThat((double) aligned.at(i, 0)).isCloseTo(conditional, within(2e-4));
          assertThat((double) ratio.at(i, 0)).isCloseTo(conditional - ofY, within(2e-4));
          assertThat((double) marginalX.at(i, 0)).isCloseTo(ofX, within(2e-4));
          assertThat((double) marginalY.at(i, 0)).isCloseTo(ofY, within(2e-4));
        }
      }
    }
  }

  private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> values) {
    return tf.expandDims(values, tf.constant(-1));
  }

  private static Rows logRatioMatrix(Gaussian source, Pairs pairs) {
    return evaluate(pairs, source.densities().orElseThrow()::logRatioMatrix);
  }

  private interface OfPairs {
    Operand<TFloat32> add(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y);
  }

  private static Rows evaluate(Pairs pairs, OfPairs build) {
    try (Graph graph = new Graph();
        TFloat32 xs = GraphDraws.tensor(pairs.x());
        TFloat32 ys = GraphDraws.tensor(pairs.y())) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = GraphDraws.placeholder(tf, pairs.x());
      Operand<TFloat32> y = GraphDraws.placeholder(tf, pairs.y());
      Operand<TFloat32> values = build.add(tf, x, y);
      try (Session session = new Session(graph);
          Result result = session.runner().feed(x, xs).feed(y, ys).fetch(values).run()) {
        return GraphDraws.rows((TFloat32) result.get(0));
      }
    }
  }
}
