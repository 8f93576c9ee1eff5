package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Rows;
import org.steadymi.savedmodels.proto.Manifest.Standardisation;

class InputScalingTest {
  private static final Standardisation CONSTANTS =
      Standardisation.newBuilder()
          .addAllXMean(List.of(1.0, 2.0))
          .addAllXScale(List.of(2.0, 4.0))
          .build();
  private static final Rows RAW = new Rows(new float[] {1, 2, 3, 10}, 2);

  @Test
  void whatTheGraphLeavesToTheCallerIsDone() {
    assertThat(new InputScaling(CONSTANTS).x(RAW).values()).containsExactly(0, 0, 1, 2);
  }

  @Test
  void aSideWithoutConstantsIsLeftAsItIs() {
    assertThat(new InputScaling(CONSTANTS).y(RAW)).isSameAs(RAW);
  }

  @Test
  void whatTheGraphDoesIsNotDoneTwice() {
    Standardisation inside = CONSTANTS.toBuilder().setInsideGraph(true).build();
    assertThat(new InputScaling(inside).x(RAW)).isSameAs(RAW);
  }
}
