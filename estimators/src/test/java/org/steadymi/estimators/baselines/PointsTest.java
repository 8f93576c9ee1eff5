package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.Rows;

class PointsTest {
  @Test
  void rowsOfEitherKindAreTheSamePoints() {
    Points points = Points.of(new double[][] {{1, 2}, {3, 4.5}});
    assertThat(points.count()).isEqualTo(2);
    assertThat(points.at(1, 0)).isEqualTo(3);
    Points fromFloats = Points.of(new Rows(new float[] {1, 2, 3, 4.5f}, 2));
    assertThat(fromFloats.width()).isEqualTo(2);
    assertThat(fromFloats.values()).containsExactly(points.values());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsOneLine(double value) {
    assertThatThrownBy(() -> new Points(new double[] {1, 2, 3, value}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "points: expected finite numbers, found %s in row 1, column 1 (both from 0)", value);
  }

  /** 2³¹ numbers, of which all rows are the same array. */
  @Test
  void moreNumbersThanAnArrayHoldsAreOneLine() {
    double[][] rows = new double[1 << 16][];
    Arrays.fill(rows, new double[1 << 15]);
    String refused =
        "points: 65,536 rows of 32,768 numbers are too many for one array: take fewer rows or columns";
    assertThatThrownBy(() -> Points.of(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(refused);
    Points row = new Points(rows[0], rows[0].length);
    assertThatThrownBy(() -> row.select(new int[1 << 16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(refused);
  }

  @Test
  void shapesThatDoNotFitAreOneLine() {
    assertThatThrownBy(() -> new Points(new double[] {1, 2, 3}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points: expected a multiple of the width 2, found 3 values");
    assertThatThrownBy(() -> Points.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points: expected 2 numbers in row 1 (from 0), as in the first, found 1");
    assertThatThrownBy(() -> Points.of(new double[][] {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points: expected at least one row, found none");
  }
}
