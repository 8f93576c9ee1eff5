package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
    assertThat(pairs.x().values()).containsExactly(pairs.y().values());
    for (int symbol = 0; symbol < 5; symbol++) {
      Moments frequency = new Moments();
      Moments repeats = new Moments();
      for (int row = 0; row < pairs.count(); row++) {
        float[] one = pairs.x().slice(row, row + 1).values();
        assertThat(one).containsOnly(0, 1);
        assertThat(one[0] + one[1] + one[2] + one[3] + one[4]).isEqualTo(1);
        frequency.add(one[symbol]);
        repeats.add(one[symbol] * pairs.y().at((row + 1) % pairs.count(), symbol));
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
