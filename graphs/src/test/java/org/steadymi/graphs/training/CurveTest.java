package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
  private static final int WIDTH = Metric.values().length;

  @Test
  void rowsAreStepsAndColumnsAreMetrics() {
    Curve curve = counting(10, 3);

    assertThat(curve.steps()).isEqualTo(3);
    assertThat(curve.at(2, Metric.OBJECTIVE)).isEqualTo(2f * WIDTH);
    assertThat(curve.at(0, Metric.MAX_ABS_SCORE)).isEqualTo(WIDTH - 1f);
    assertThat(curve.series(Metric.VALUE)).containsExactly(1, WIDTH + 1, 2 * WIDTH + 1);
  }

  @Test
  void curvesJoinAndAreCut() {
    Curve joined = counting(10, 2).then(counting(12, 3));

    assertThat(joined.firstStep()).isEqualTo(10);
    assertThat(joined.steps()).isEqualTo(5);
    assertThat(joined.at(2, Metric.VALUE)).isEqualTo(1f);
    assertThat(joined.first(2).values()).containsExactly(counting(10, 2).values());
  }

  @Test
  void theFirstNumberThatIsNotFiniteIsFound() {
    float[] values = counting(0, 4).values().clone();
    assertThat(new Curve(0, values).firstNonFinite()).isEqualTo(4);
    values[3 * WIDTH + 2] = Float.NaN;
    values[2 * WIDTH + 4] = Float.NEGATIVE_INFINITY;
    assertThat(new Curve(0, values).firstNonFinite()).isEqualTo(2);
    assertThat(new Curve(0, values).finiteAt(3)).isFalse();
  }

  @Test
  void aValueThatOverflowsEndsNothing() {
    float[] values = counting(0, 4).values().clone();
    values[WIDTH + 1] = Float.NEGATIVE_INFINITY;
    assertThat(new Curve(0, values).at(1, Metric.VALUE)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(new Curve(0, values).firstNonFinite()).isEqualTo(4);
  }

  @Test
  void nothingFollowsAStepThatIsNotFinite() {
    float[] values = counting(2, 3).values().clone();
    values[WIDTH] = Float.NaN;
    Curve ended = counting(0, 2).thenWhileFinite(new Curve(2, values));
    assertThat(ended.steps()).isEqualTo(4);
    assertThat(ended.endsFinite()).isFalse();
    assertThat(ended.thenWhileFinite(counting(4, 3))).isSameAs(ended);
    Curve whole = counting(0, 2).thenWhileFinite(counting(2, 3));
    assertThat(whole.steps()).isEqualTo(5);
    assertThat(whole.endsFinite()).isTrue();
    assertThat(new Curve(0, new float[0]).thenWhileFinite(whole).values())
        .isEqualTo(whole.values());
  }

  private static Curve counting(int firstStep, int steps) {
    float[] values = new float[steps * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return new Curve(firstStep, values);
  }
}
