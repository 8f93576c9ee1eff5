package org.steadymi.laboratory.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Rows;

class ProjectionTest {
  private static final Offset<Float> ROUNDING = within(1e-5f);

  /**
   * Around (10, −3) in steps of 5 along (3, 4)/5, and of 1 along (−4, 3)/5, which are uncorrelated:
   * these are the components, up to their signs.
   */
  @Test
  void theComponentsAreTheAxesOfAnEllipse() {
    double[][] along = {{5, 0}, {-5, 0}, {0, 1}, {0, -1}, {5, 1}, {-5, -1}, {5, -1}, {-5, 1}};
    float[] features = new float[2 * along.length];
    for (int i = 0; i < along.length; i++) {
      features[2 * i] = (float) (10 + 0.6 * along[i][0] - 0.8 * along[i][1]);
      features[2 * i + 1] = (float) (-3 + 0.8 * along[i][0] + 0.6 * along[i][1]);
    }
    float[] projected = Projection.of(new Rows(features, 2));
    double first = Math.signum(projected[0]);
    double second = Math.signum(projected[5]);
    for (int i = 0; i < along.length; i++) {
      assertThat(projected[2 * i]).isCloseTo((float) (first * along[i][0]), ROUNDING);
      assertThat(projected[2 * i + 1]).isCloseTo((float) (second * along[i][1]), ROUNDING);
    }
  }

  /** Of three dimensions the one without variance is dropped, wherever it stands. */
  @Test
  void theDirectionsOfLargestVarianceAreKept() {
    float[] features = {7, 0, 2, 7, 0, -2, 7, 1, 0, 7, -1, 0};
    float[] projected = Projection.of(new Rows(features, 3));
    for (int i = 0; i < 4; i++) {
      assertThat(Math.abs(projected[2 * i])).isCloseTo(Math.abs(features[3 * i + 2]), ROUNDING);
      assertThat(Math.abs(projected[2 * i + 1])).isCloseTo(Math.abs(features[3 * i + 1]), ROUNDING);
    }
  }

  @Test
  void aSingleFeatureIsTheFirstComponent() {
    float[] projected = Projection.of(new Rows(new float[] {1, 2, 6}, 1));
    float sign = Math.signum(projected[4]);
    assertThat(projected)
        .containsExactly(new float[] {-2 * sign, 0, -sign, 0, 3 * sign, 0}, ROUNDING);
  }
}
