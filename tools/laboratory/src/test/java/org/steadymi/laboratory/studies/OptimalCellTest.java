package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.laboratory.cells.Alone;
import org.steadymi.laboratory.cells.CellResult;

/** At 1 nat the ratio has the four moments that the intervals of its variance rely on. */
class OptimalCellTest {
  private static final int K = 16;
  private static final OptimalCell CELL = new OptimalCell(BiasVariance.CATALOGUE, 1, K, 2000, 5);
  private static final GaussianMoments EXACT = GaussianMoments.of(OptimalCell.DIM, 1);

  private static CellResult result;

  @BeforeAll
  static void measure() {
    Alone context = new Alone();
    result = CELL.run(context);
    assertThat(context.steps()).isEqualTo(CELL.steps());
  }

  private static ErrorBlocks errors(String loss) {
    return OptimalCell.errors(result, loss);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nwj", "tuba", "js", "tnwj", "ba", "rate"})
  void hasNoBias(String loss) {
    assertThat(StandardErrors.between(errors(loss).bias(), 0)).isLessThan(StandardErrors.FAR);
  }

  @Test
  void theReadOutOfTheReferenceCodeIsOffByOneOverE() {
    assertThat(StandardErrors.between(errors("js:variant=code").bias(), -1 / Math.E))
        .isLessThan(StandardErrors.FAR);
  }

  @Test
  void variancesAreThoseOfMehlersFormula() {
    assertThat(StandardErrors.between(errors("ba").variance(), EXACT.jointVariance(K)))
        .isLessThan(StandardErrors.FAR);
    assertThat(StandardErrors.between(errors("nwj").variance(), EXACT.nwjVariance(K, 1)))
        .isLessThan(StandardErrors.FAR);
    assertThat(
            StandardErrors.between(
                errors("js:variant=code").variance(), EXACT.nwjVariance(K, 1 / Math.E)))
        .isLessThan(StandardErrors.FAR);
  }

  @Test
  void infoNceLiesBetweenItsBounds() {
    assertThat(errors("infonce").bias().low()).isGreaterThan(EXACT.infoNceLeastBias(K));
    assertThat(errors("infonce").bias().high()).isLessThan(EXACT.infoNceLargestBias(K));
    assertThat(OptimalCell.largest(result, "infonce")).isLessThan(Math.log(K));
  }

  @Test
  void theLeaveOneOutFormsLieOnTheirSides() {
    assertThat(errors("infonce:variant=leave-one-out").bias().high()).isNegative();
    assertThat(errors("loo").bias().low()).isPositive();
  }

  @Test
  void lossesThatAreOneFunctionOfTheOptimumAreEqual() {
    float[] js = result.series("js");
    assertThat(result.series("tuba")).isEqualTo(js);
    assertThat(result.series("tnwj")).isEqualTo(js);
    assertThat(result.series("nwj")).containsExactly(js, within(1e-5f)); // log r + 1, and M/e
    assertThat(result.series("smile:tau=inf")).isEqualTo(result.series("mine"));
  }

  @Test
  void theSameCellGivesTheSameBytes() {
    OptimalCell small = new OptimalCell(List.of("nwj", "infonce"), 2, 8, 100, 7);
    CellResult once = small.run(new Alone());
    CellResult again = small.run(new Alone());
    assertThat(again.series("nwj")).isEqualTo(once.series("nwj"));
    assertThat(again.series("infonce")).isEqualTo(once.series("infonce"));
  }
}
