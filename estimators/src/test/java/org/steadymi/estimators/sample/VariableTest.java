package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VariableTest {
  /** A column for each symbol, in the order of the numbers. */
  @Test
  void symbolsAreAnyNumbers() {
    Variable signs = Variable.discrete(-1, 1, 1, -1);
    assertThat(signs.discrete()).isTrue();
    assertThat(signs.values().values()).containsExactly(1, 0, 0, 1, 0, 1, 1, 0);
    Variable edges = Variable.discrete(Integer.MAX_VALUE, 0, Integer.MIN_VALUE);
    assertThat(edges.values().values()).containsExactly(0, 0, 1, 0, 1, 0, 1, 0, 0);
  }

  @Test
  void noSymbolsAreOneLine() {
    int[] none = {};
    assertThatThrownBy(() -> Variable.discrete(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("symbols: expected at least one row, found none");
  }
}
