package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.steadymi.laboratory.cells.Alone;
import org.steadymi.laboratory.cells.CellResult;

class AveragesTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void atAConstantLevelTheTwoAreTheSame() {
    Averages averages = Averages.of(new double[] {1, 2, 3}, new double[] {-700, -700, -700}, 0, 3);
    assertThat(averages.macro()).isCloseTo(702, within(ROUNDING));
    assertThat(averages.micro()).isCloseTo(702, within(ROUNDING));
  }

  @Test
  void aLevelThatMovesParts() {
    double[] levels = {Math.log(1), Math.log(3), Double.NaN};
    Averages averages = Averages.of(new double[] {4, 6, Double.NaN}, levels, 0, 2);
    assertThat(averages.macro()).isCloseTo(5 - Math.log(3) / 2, within(ROUNDING));
    assertThat(averages.micro()).isCloseTo(5 - Math.log(2), within(ROUNDING));
    assertThat(averages.gap()).isCloseTo(Math.log(2 / Math.sqrt(3)), within(ROUNDING));
  }

  @Test
  void aDriftThatBothTermsShareLeavesMacroAsItIs() {
    double[] steady = {0.1, -0.1, 0.1, -0.1};
    double[] drift = {0, -10, -20, -30};
    double[] joints = new double[4];
    double[] levels = new double[4];
    for (int i = 0; i < 4; i++) {
      joints[i] = 2 + drift[i];
      levels[i] = steady[i] + drift[i];
    }
    Averages averages = Averages.of(joints, levels, 0, 4);
    assertThat(averages.macro()).isCloseTo(2, within(ROUNDING));
    assertThat(averages.micro()).isLessThan(-10);
  }

  @Test
  void aLevelFarBelowWhatADoubleHoldsIsNoObstacle() {
    Averages averages = Averages.of(new double[] {0, 0}, new double[] {-2000, -2000}, 0, 2);
    assertThat(averages.micro()).isEqualTo(2000);
  }

  @Test
  void aFrozenCriticHasTheInformationAsItsMeanJoint() {
    CellResult result = new FrozenCell(1, 16, 1000, 1).run(new Alone());
    double[] joints = FrozenCell.joints(result);
    double[] levels = FrozenCell.logMarginals(result);
    assertThat(joints).hasSize(1000);
    GaussianMoments exact = GaussianMoments.of(20, 1);
    Averages all = Averages.of(joints, new double[1000], 0, 1000);
    assertThat(all.macro())
        .isCloseTo(1, within(StandardErrors.FAR * Math.sqrt(exact.jointVariance(16) / 1000)));
    Averages pooled = Averages.of(new double[1000], levels, 0, 1000);
    assertThat(pooled.micro())
        .isCloseTo(0, within(StandardErrors.FAR * Math.sqrt(exact.marginalVariance(16) / 1000)));
  }
}
