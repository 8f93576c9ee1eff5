package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlugInTest {
  private static final double ROUNDING = 1e-12;
  private static final PlugIn PLAIN = new PlugIn(false);
  private static final PlugIn CORRECTED = new PlugIn();

  @ParameterizedTest
  @CsvSource({"third, other", "rare, other"})
  void isThatOfScikitLearn(String x, String y) {
    assertThat(PLAIN.estimate(Reference.column(x), Reference.column(y)).nats())
        .isCloseTo(Reference.value("score." + x + "." + y), within(ROUNDING));
  }

  /** p = ½, ¼, ¼, 0: log 4 − ½ log 2 − ... written out as entropies. */
  @Test
  void aTableByHand() {
    Points x = Points.column(0, 0, 0, 1);
    Points y = Points.column(7, 7, 8, 7);
    double marginal = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    double joint = 0.5 * Math.log(2) + 0.5 * Math.log(4);
    assertThat(PLAIN.estimate(x, y).nats()).isCloseTo(2 * marginal - joint, within(ROUNDING));
    // (2 + 2 − 3 − 1) / 8 = 0
    assertThat(CORRECTED.estimate(x, y).nats()).isCloseTo(2 * marginal - joint, within(ROUNDING));
  }

  @Test
  void symbolsThatAreEqualHaveTheirEntropy() {
    Points x = Points.column(1, 2, 3, 4, 1, 2, 3, 4);
    assertThat(PLAIN.estimate(x, x).nats()).isCloseTo(Math.log(4), within(ROUNDING));
    // (4 + 4 − 4 − 1) / 16
    var corrected = CORRECTED.estimate(x, x);
    assertThat(corrected.nats()).isCloseTo(Math.log(4) + 3 / 16.0, within(ROUNDING));
    assertThat(corrected.notes())
        .containsExactly(
            "4 symbols in x, 4 in y, 4 pairs of them in 8 rows",
            "1.3863 nats from the frequencies alone, +0.1875 by Miller and Madow's correction");
  }

  /** With all pairs equally often there is nothing; the columns of a side are one symbol. */
  @Test
  void columnsTogetherAreOneSymbol() {
    double[][] x = new double[8][];
    double[] y = new double[8];
    for (int i = 0; i < 8; i++) {
      x[i] = new double[] {i & 1, (i >> 1) & 1};
      y[i] = (i & 1) ^ ((i >> 1) & 1); // of either column alone y is independent
    }
    assertThat(PLAIN.estimate(Points.of(x), Points.column(y)).nats())
        .isCloseTo(Math.log(2), within(ROUNDING));
    double[] third = {0, 0, 0, 0, 1, 1, 1, 1};
    assertThat(PLAIN.estimate(Points.of(x), Points.column(third)).nats())
        .isCloseTo(0, within(ROUNDING));
  }

  @Test
  void theCorrectionTakesAwayMostOfTheBias() {
    double truth = 0;
    var plain = Drawn.Replicates.of(200, seed -> independent(PLAIN, seed));
    var corrected = Drawn.Replicates.of(200, seed -> independent(CORRECTED, seed));
    // (5 − 1)(5 − 1) / (2 · 500), to first order in 1 / N
    assertThat(plain.mean()).isCloseTo(truth + 0.016, within(4 * plain.standardError()));
    assertThat(corrected.mean()).isCloseTo(truth, within(4 * corrected.standardError()));
  }

  @Test
  void negativeZeroIsZero() {
    Points x = Points.column(0.0, -0.0, 1, 1);
    assertThat(PLAIN.estimate(x, x).nats()).isCloseTo(Math.log(2), within(ROUNDING));
  }

  @Test
  void rowsThatDoNotFitAreOneLine() {
    assertThatThrownBy(() -> PLAIN.estimate(Points.column(1, 2), Points.column(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("plug-in: expected as many rows of y as of x, found 2 of x and 1 of y");
    assertThatThrownBy(() -> PLAIN.estimate(Points.column(), Points.column()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("plug-in: expected at least 1 rows, found 0");
  }

  private static double independent(PlugIn plugIn, long seed) {
    Random random = new Random(seed);
    double[] x = random.ints(500, 0, 5).asDoubleStream().toArray();
    double[] y = random.ints(500, 0, 5).asDoubleStream().toArray();
    return plugIn.estimate(Points.column(x), Points.column(y)).nats();
  }
}
