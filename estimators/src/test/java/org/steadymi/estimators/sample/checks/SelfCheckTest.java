package org.steadymi.estimators.sample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.estimators.sample.Variable;

class SelfCheckTest {
  @Test
  void normalPairsPassWithTheMethodThatKnowsThem() {
    Correlated pairs = Correlated.of(400, 0.8, 1);
    Estimate estimate = Estimate.of(pairs.x(), pairs.y(), Quick.OPTIONS);
    List<Integer> done = new ArrayList<>();
    List<Integer> totals = new ArrayList<>();
    SelfCheck check =
        SelfCheck.of(
            estimate,
            pairs.x(),
            pairs.y(),
            Quick.OPTIONS,
            (at, total, what) -> {
              done.add(at);
              totals.add(total);
            });
    assertThat(check.passed())
        .as("%s", check.checks().stream().map(Check::sentence).toList())
        .isTrue();
    assertThat(check.checks().stream().map(Check::property))
        .containsExactly(
            Property.SHUFFLED,
            Property.FUNCTION_BESIDE,
            Property.COARSER,
            Property.ADDITIVE,
            Property.FEWER_COLUMNS);
    assertThat(check.checks().get(1).expected()).isEqualTo(Measured.of(estimate));
    // seven estimates of two candidates in two folds
    assertThat(done).containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
    assertThat(totals).containsOnly(28);
  }

  /**
   * x = y₁² − y₂² + noise: the method looks at Y's columns and its radius, none of which x has a
   * correlation with; beside y₁² and y₂², bounded, it sees them.
   */
  @Test
  void aMethodThatMissesAPartIsFoundOut() {
    Random random = new Random(3);
    double[][] x = new double[600][];
    double[][] y = new double[600][];
    for (int row = 0; row < x.length; row++) {
      y[row] = new double[] {random.nextGaussian(), random.nextGaussian()};
      double squares = y[row][0] * y[row][0] - y[row][1] * y[row][1];
      x[row] = new double[] {squares + 0.3 * random.nextGaussian()};
    }
    SelfCheck check =
        SelfCheck.of(
            Variable.continuous(x), Variable.continuous(y), Quick.OPTIONS, EstimationProgress.NONE);
    Check beside = check.checks().get(1);
    assertThat(beside.property()).isEqualTo(Property.FUNCTION_BESIDE);
    assertThat(beside.passed()).isFalse();
    assertThat(beside.sentence()).endsWith("critics miss a part of what Y tells");
    assertThat(check.checks().get(0).passed()).isTrue();
    assertThat(check.passed()).isFalse();
  }

  /** Y is X with two fifths of the symbols drawn anew, of four. */
  @Test
  void symbolsAreChecked() {
    Random random = new Random(4);
    int[] x = random.ints(400, 0, 4).toArray();
    int[] y = IntStream.of(x).map(s -> random.nextDouble() < 0.4 ? random.nextInt(4) : s).toArray();
    SelfCheck check =
        SelfCheck.of(
            Variable.discrete(x), Variable.discrete(y), Quick.OPTIONS, EstimationProgress.NONE);
    assertThat(check.leftOut()).isEmpty();
    assertThat(check.checks().stream().filter(c -> !c.passed()).map(Check::sentence)).isEmpty();
    assertThat(check.checks().stream().map(Check::what))
        .startsWith("rows of Y shuffled", "Y and a copy", "symbols of Y in pairs");
  }
}
