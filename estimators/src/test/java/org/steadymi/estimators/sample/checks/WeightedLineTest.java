package org.steadymi.estimators.sample.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.steadymi.estimators.sample.checks.WeightedLine.Point;

class WeightedLineTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void pointsOnALineAreFoundWhateverTheirErrors() {
    WeightedLine line =
        WeightedLine.through(
            List.of(point(1, 5, 0.1), point(2, 3, 3), point(4, -1, 0.02), point(7, -7, 1)));
    assertThat(line.intercept().nats()).isCloseTo(7, ROUNDING);
    assertThat(line.slope().nats()).isCloseTo(-2, ROUNDING);
    assertThat(line.chiSquared()).isCloseTo(0, ROUNDING);
  }

  /** At 1, 2 and 4 with equal σ: a = v₁ + v₂/2 − v₄/2, and the bend v₄ − 3 v₂ + 2 v₁ has σ √14. */
  @Test
  void equalErrorsHaveAClosedForm() {
    double sigma = 0.3;
    double v1 = 0.7;
    double v2 = 0.55;
    double v4 = 0.1;
    WeightedLine line =
        WeightedLine.through(
            List.of(point(1, v1, sigma), point(2, v2, sigma), point(4, v4, sigma)));
    double bend = v4 - 3 * v2 + 2 * v1;
    assertThat(line.intercept().nats()).isCloseTo(v1 + v2 / 2 - v4 / 2, ROUNDING);
    assertThat(line.intercept().error()).isCloseTo(sigma * Math.sqrt(1.5), ROUNDING);
    assertThat(line.slope().error()).isCloseTo(sigma / Math.sqrt(14.0 / 3), ROUNDING);
    assertThat(line.chiSquared()).isCloseTo(bend * bend / (14 * sigma * sigma), ROUNDING);
  }

  /** Cramer's rule on the normal equations, and their inverse as covariance. */
  @Test
  void weightsAreInverseSquaresOfErrors() {
    List<Point> points = List.of(point(0.5, 1, 0.1), point(1, 0.4, 0.2), point(2, 0.9, 0.05));
    double s = 100 + 25 + 400;
    double st = 50 + 25 + 800;
    double stt = 25 + 25 + 1600;
    double sv = 100 + 10 + 360;
    double stv = 50 + 10 + 720;
    double determinant = s * stt - st * st;
    WeightedLine line = WeightedLine.through(points);
    assertThat(line.intercept().nats()).isCloseTo((stt * sv - st * stv) / determinant, ROUNDING);
    assertThat(line.slope().nats()).isCloseTo((s * stv - st * sv) / determinant, ROUNDING);
    assertThat(line.intercept().error()).isCloseTo(Math.sqrt(stt / determinant), ROUNDING);
    assertThat(line.slope().error()).isCloseTo(Math.sqrt(s / determinant), ROUNDING);
  }

  @Test
  void aPointNeedsAnError() {
    assertThatThrownBy(() -> point(1, 1, 0))
        .hasMessage("line: expected an error above 0, found 0.0");
  }

  private static Point point(double at, double value, double error) {
    return new Point(at, new Measured(value, error));
  }
}
