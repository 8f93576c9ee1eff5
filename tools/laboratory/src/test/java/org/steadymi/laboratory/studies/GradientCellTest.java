package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Gaussian;
import org.steadymi.laboratory.cells.Alone;
import org.steadymi.laboratory.cells.CellResult;

class GradientCellTest {
  private static final String CONTRAST = "infonce:variant=leave-one-out";
  private static final GradientCell CELL =
      new GradientCell(
          List.of("nwj", "js", "tuba", "ialpha:alpha=0", "ialpha:alpha=1", CONTRAST, "rate"),
          1,
          16,
          2000,
          3);

  private static CellResult result;

  @BeforeAll
  static void measure() {
    result = CELL.run(new Alone());
  }

  @Test
  void theTrueGradientIsTheDerivativeOfTheInformation() {
    double rho = Gaussian.ofMi(GradientCell.DIM, 3).rho();
    double step = 1e-5;
    double above = Gaussian.ofRho(1, rho + step).trueMi().orElseThrow();
    double below = Gaussian.ofRho(1, rho - step).trueMi().orElseThrow();
    assertThat(GradientCell.trueGradient(3)).isCloseTo((above - below) / (2 * step), within(1e-8));
  }

  @Test
  void nwjHasNoBias() {
    assertThat(StandardErrors.between(GradientCell.errors(result, "nwj").bias(), 0))
        .isLessThan(StandardErrors.FAR);
  }

  /** J alone: the density of y does not depend on ρ, and q(y) stands still at it. */
  @Test
  void neitherHasTheRate() {
    assertThat(StandardErrors.between(GradientCell.errors(result, "rate").bias(), 0))
        .isLessThan(StandardErrors.FAR);
  }

  @Test
  void infoNceIsBiasedTowardsZero() {
    assertThat(GradientCell.errors(result, CONTRAST).bias().high()).isNegative();
  }

  @Test
  void lossesThatAreOneFunctionOfTheOptimumHaveOneGradient() {
    assertEqual("js", "nwj");
    assertEqual("tuba", "nwj");
    assertEqual("ialpha:alpha=0", "nwj");
    assertEqual("ialpha:alpha=1", CONTRAST);
  }

  /** But for rounding: the same terms are summed in another order. */
  private static void assertEqual(String loss, String other) {
    assertThat(GradientCell.errors(result, loss).meanSquaredError().mean())
        .isCloseTo(GradientCell.errors(result, other).meanSquaredError().mean(), within(1e-5));
    assertThat(GradientCell.errors(result, loss).bias().mean())
        .isCloseTo(GradientCell.errors(result, other).bias().mean(), within(1e-5));
  }

  @Test
  void theSameCellGivesTheSameBytes() {
    GradientCell small = new GradientCell(List.of("nwj"), 2, 8, 100, 7);
    assertThat(small.run(new Alone()).series("nwj"))
        .isEqualTo(small.run(new Alone()).series("nwj"));
  }
}
