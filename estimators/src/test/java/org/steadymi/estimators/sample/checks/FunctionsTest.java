package org.steadymi.estimators.sample.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.estimators.sample.Variable;

class FunctionsTest {
  /** Of 0, …, 7 the upper median is 4 and the quartiles, 2 and 6, are 4 apart: z = (v − 4)/4. */
  @Test
  void aFunctionOfEachColumnStandsBesideNumbers() {
    double[][] rows =
        IntStream.range(0, 8).mapToObj(i -> new double[] {i, -10 * i}).toArray(double[][]::new);
    Variable beside = Functions.beside(Variable.continuous(rows));
    assertThat(beside.values().width()).isEqualTo(4);
    assertThat(beside.discrete()).isFalse();
    for (int i = 0; i < 8; i++) {
      double z = (i - 4) / 4.0;
      assertThat(beside.values().at(i, 0)).isEqualTo(i);
      assertThat(beside.values().at(i, 1)).isEqualTo(-10 * i);
      assertThat(beside.values().at(i, 2)).isCloseTo(z * z / (1 + z * z), within(1e-12));
    }
  }

  @Test
  void theFunctionIsBoundedForHugeNumbersAndDefinedForEqualOnes() {
    Variable huge =
        Functions.beside(
            Variable.continuous(new double[][] {{-1e300, 3}, {1, 3}, {2, 3}, {3, 3}, {1e300, 3}}));
    assertThat(huge.values().at(0, 2)).isEqualTo(1);
    assertThat(huge.values().at(2, 2)).isEqualTo(0);
    assertThat(huge.values().at(4, 3)).isEqualTo(0);
  }

  @Test
  void symbolsHaveACopyBesideThem() {
    Variable beside = Functions.beside(Variable.discrete(1, 0, 2));
    assertThat(beside.discrete()).isTrue();
    assertThat(beside.values().values())
        .containsExactly(0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1);
  }

  @Test
  void coarserNumbersAreEightLevelsOfEquallyManyRows() {
    double[][] rows =
        IntStream.range(0, 16).mapToObj(i -> new double[] {15 - i}).toArray(double[][]::new);
    Variable coarser = Functions.coarser(Variable.continuous(rows));
    // edges are 2, 4, …, 14: a level is how many of them are below
    assertThat(coarser.values().values())
        .containsExactly(7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0, 0);
    assertThat(coarser.discrete()).isFalse();
  }

  @Test
  void coarserSymbolsAreInPairs() {
    Variable coarser = Functions.coarser(Variable.discrete(0, 1, 2, 3, 4));
    assertThat(coarser.discrete()).isTrue();
    assertThat(coarser.values().width()).isEqualTo(3);
    assertThat(coarser.values().values())
        .containsExactly(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1);
  }

  @Test
  void twoSymbolsInAPairAreConstant() {
    assertThat(Functions.constant(Functions.coarser(Variable.discrete(0, 1, 1)))).isTrue();
    assertThat(Functions.constant(Variable.discrete(0, 1, 1))).isFalse();
  }

  @Test
  void columnsAreTaken() {
    Variable taken =
        Functions.columns(Variable.continuous(new double[][] {{1, 2, 3}, {4, 5, 6}}), 2, 0);
    assertThat(taken.values().values()).containsExactly(3, 1, 6, 4);
    assertThat(taken.values().width()).isEqualTo(2);
  }
}
