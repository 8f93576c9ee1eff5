package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StandardisationTest {
  @Test
  void aColumnHasMeanZeroAndDeviationOne() {
    Points rows = Points.of(new double[][] {{1, -10}, {3, 10}, {5, 30}, {7, 50}});
    double deviation = Math.sqrt(5); // of 1, 3, 5, 7: (9 + 1 + 1 + 9) / 4
    double[] units = {-3 / deviation, -1 / deviation, 1 / deviation, 3 / deviation};

    Points applied = Standardisation.of(rows).applied(rows);
    for (int i = 0; i < units.length; i++) {
      assertThat(applied.at(i, 0)).isEqualTo(units[i]);
      assertThat(applied.at(i, 1)).isEqualTo(20 * (i - 1.5) / Math.sqrt(500));
    }
  }

  @Test
  void theRobustSpreadIsThatOfTheQuartiles() {
    Points rows = Points.column(0, 1, 2, 3, 4, 5, 6, 1e6);
    Points applied = Standardisation.robust(rows).applied(rows);

    assertThat(applied.at(4, 0)).isZero();
    assertThat(applied.at(6, 0)).isEqualTo(2 / (4 / 1.349));
  }

  /** A column of one number, with the rounding of whoever computed it. */
  @Test
  void aColumnThatIsConstantButForRoundingIsZero() {
    double number = 1e6 / 3;
    Points rows = Points.column(number, Math.nextUp(number), number, Math.nextDown(number));
    Points further = Points.column(number, -number);

    assertThat(Arrays.stream(Standardisation.of(rows).applied(rows).values()))
        .allMatch(v -> v == 0);
    assertThat(Arrays.stream(Standardisation.of(rows).applied(further).values()))
        .allMatch(v -> v == 0);
    assertThat(Arrays.stream(Standardisation.robust(rows).applied(rows).values()))
        .allMatch(v -> v == 0);
  }
}
