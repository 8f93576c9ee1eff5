package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RossTest {
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @CsvSource({
    "linear, third, 3, classification.linear.third",
    "heavy, rare, 3, classification.heavy.rare",
    "heavy, other, 5, classification.heavy.other.5"
  })
  void isThatOfScikitLearn(String x, String y, int k, String key) {
    var settings = NeighbourSettings.DEFAULTS.withNeighbours(k);
    Points continuous = Reference.column(x);
    Points symbols = Reference.column(y);
    assertThat(new Ross(Ross.Side.Y, settings).estimate(continuous, symbols).nats())
        .isCloseTo(Reference.value(key), within(ROUNDING));
    assertThat(new Ross(Ross.Side.X, settings).estimate(symbols, continuous).nats())
        .isCloseTo(Reference.value(key), within(ROUNDING));
  }

  @Test
  void symbolsThatOccurOnceAreLeftOut() {
    var estimate =
        new Ross(Ross.Side.Y).estimate(Reference.column("heavy"), Reference.column("rare"));
    assertThat(estimate.rows()).isEqualTo(399);
    assertThat(estimate.notes()).containsExactly("1 rows left out, whose symbol occurs once");
  }

  /**
   * Two symbols, equally frequent; x is uniform on [0, 1] or [½, 3⁄2]. Half of the samples give the
   * symbol away: ½ log 2.
   */
  @Test
  void uniformsThatOverlapByHalf() {
    var replicates =
        Drawn.Replicates.of(
            60,
            seed -> {
              Random random = new Random(seed);
              double[] x = new double[2000];
              double[] y = new double[2000];
              for (int i = 0; i < y.length; i++) {
                y[i] = random.nextInt(2);
                x[i] = random.nextDouble() + y[i] / 2;
              }
              return new Ross(Ross.Side.Y).estimate(Points.column(x), Points.column(y)).nats();
            });
    assertThat(replicates.mean())
        .isCloseTo(Math.log(2) / 2, within(4 * replicates.standardError()));
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "3, 1", "5, 4"})
  void equalsItsDefinition(int width, int k) {
    for (int seed = 1; seed <= 5; seed++) {
      Drawn drawn = Drawn.normal(200, width, 0.6, seed);
      double[] symbols = new double[200];
      for (int i = 0; i < symbols.length; i++) {
        symbols[i] = Math.signum(drawn.y().at(i, 0));
      }
      double found =
          new Ross(Ross.Side.Y, NeighbourSettings.DEFAULTS.withNeighbours(k))
              .estimate(drawn.x(), Points.column(symbols))
              .nats();
      assertThat(found).isCloseTo(BruteForce.ross(k, drawn.x(), symbols), within(ROUNDING));
    }
  }

  /** All of the symbol is known where the clusters are apart; ψ(N) − ⟨ψ(N_s)⟩ with m = k. */
  @Test
  void clustersThatAreApartGiveTheSymbolAway() {
    double[] x = {0, 1, 2.5, 4, 100, 101, 102.5, 104};
    double[] y = {5, 5, 5, 5, 6, 6, 6, 6};
    // ψ(8) − ψ(4) = 1/4 + 1/5 + 1/6 + 1/7
    assertThat(new Ross(Ross.Side.Y).estimate(Points.column(x), Points.column(y)).nats())
        .isCloseTo(1 / 4.0 + 1 / 5.0 + 1 / 6.0 + 1 / 7.0, within(ROUNDING));
  }

  @Test
  void columnsTogetherAreOneSymbol() {
    Drawn drawn = Drawn.normal(400, 1, 0.8, 2);
    double[][] two = new double[400][];
    double[] one = new double[400];
    for (int i = 0; i < 400; i++) {
      double sign = Math.signum(drawn.x().at(i, 0));
      double size = Math.floor(Math.abs(drawn.x().at(i, 0)));
      two[i] = new double[] {sign, size};
      one[i] = sign * (size + 1);
    }
    Ross ross = new Ross(Ross.Side.X);
    assertThat(ross.estimate(Points.of(two), drawn.y()).nats())
        .isCloseTo(ross.estimate(Points.column(one), drawn.y()).nats(), within(ROUNDING));
  }

  @Test
  void threadsDoNotMatter() {
    Drawn drawn = Drawn.normal(5000, 2, 0.6, 5);
    double[] sign = new double[5000];
    for (int i = 0; i < sign.length; i++) {
      sign[i] = Math.signum(drawn.y().at(i, 0));
    }
    double[] nats = new double[3];
    for (int threads = 1; threads <= 3; threads++) {
      nats[threads - 1] =
          new Ross(Ross.Side.Y, NeighbourSettings.DEFAULTS.withThreads(threads))
              .estimate(drawn.x(), Points.column(sign))
              .nats();
    }
    assertThat(nats).containsOnly(nats[0]);
  }

  @Test
  void samplesWithoutARepeatedSymbolAreOneLine() {
    Points unique = Points.column(1, 2, 3, 4);
    assertThatThrownBy(() -> new Ross(Ross.Side.X).estimate(unique, unique))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ross: expected symbols that occur more than once, found 4 rows with a symbol each");
    assertThatThrownBy(() -> new Ross(Ross.Side.X).estimate(unique, Points.column(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ross: expected as many rows of y as of x, found 4 of x and 2 of y");
    assertThatThrownBy(() -> new Ross(Ross.Side.X).estimate(Points.column(1), Points.column(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ross: expected at least 2 rows, found 1");
  }
}
