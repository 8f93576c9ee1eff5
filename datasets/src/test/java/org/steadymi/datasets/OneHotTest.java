package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OneHotTest extends PairSourceContract {
  @Override
  PairSource source() {
    return new OneHot(16);
  }

  @Test
  void mutualInformationIsTheEntropyOfTheSymbol() {
    assertThat(new OneHot(16).trueMi().orElseThrow()).isCloseTo(2.772588722239781, within(1e-15));
    assertThat(PairSources.parse("onehot")).isEqualTo(new OneHot(16));
    assertThat(PairSources.parse("onehot:symbols=5")).isEqualTo(new OneHot(5));
  }

  @Test
  void symbolsAreEquallyLikelyOnTheHost() {
    assertUniform(new OneHot(5).pairs(Split.SELECTION, 1, 50_000));
  }

  @Test
  void symbolsAreEquallyLikelyInTheGraph() {
    try (GraphDraws draws = new GraphDraws(new OneHot(5).sampler(Split.SELECTION), 1, 50_000)) {
      assertUniform(draws.pairs(1, 1));
    }
  }

  private static void assertUniform(Pairs pairs) {
    assertThat(pairs.x().values()).isEqualTo(pairs.y().values());
    int[] symbols = new int[pairs.count()];
    for (int row = 0; row < symbols.length; row++) {
      int ones = 0;
      int zeros = 0;
      for (int symbol = 0; symbol < 5; symbol++) {
        ones += pairs.x().at(row, symbol) == 1 ? 1 : 0;
        zeros += pairs.x().at(row, symbol) == 0 ? 1 : 0;
        symbols[row] += symbol * (int) pairs.x().at(row, symbol);
      }
      if (ones != 1 || zeros != 4) {
        fail("row %d: expected a one and four zeros, found %d and %d", row, ones, zeros);
      }
    }
    for (int symbol = 0; symbol < 5; symbol++) {
      Moments frequency = new Moments();
      Moments repeats = new Moments();
      for (int row = 0; row + 1 < symbols.length; row++) {
        frequency.add(symbols[row] == symbol ? 1 : 0);
        repeats.add(symbols[row] == symbol && symbols[row + 1] == symbol ? 1 : 0);
      }
      frequency.assertMean("symbol " + symbol, 1.0 / 5);
      repeats.assertMean("symbol " + symbol + " twice in a row", 1.0 / 25);
    }
  }

  @Test
  void logRatioIsLogNOnEqualSymbolsAlone() {
    OneHot source = new OneHot(4);
    Rows symbols = new Rows(new float[] {0, 1, 0, 0, 0, 0, 0, 1}, 4);
    assertThat(source.logRatio(symbols, 0, symbols, 0)).isEqualTo(Math.log(4));
    assertThat(source.logRatio(symbols, 0, symbols, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> source.logRatio(new Rows(new float[4], 4), 0, symbols, 0))
        .hasMessage("onehot: expected a one in row 0, found none");
  }

  @Test
  void refusesFewerThanTwoSymbols() {
    assertThatThrownBy(() -> new OneHot(1))
        .isInstanceOf(SpecException.class)
        .hasMessage("onehot: symbols: expected a whole number in [2, 65536], found '1'");
  }
}
