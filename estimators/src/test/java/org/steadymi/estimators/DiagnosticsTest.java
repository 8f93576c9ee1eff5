package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.estimators.Diagnosis.State;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;

class DiagnosticsTest {
  private static final int STEPS = 2000;
  private static final double NOISE = 0.3;

  private final IntToDoubleFunction joint = Curves.noise(2.5, NOISE, 1);
  private final IntToDoubleFunction level = Curves.noise(0.5, NOISE, 2);

  private static Diagnosis diagnose(IntToDoubleFunction joint, IntToDoubleFunction level) {
    return Diagnostics.of(Curves.of(0, STEPS, joint, level));
  }

  /** Nothing in the first half, then a straight line up to {@code change}. */
  private static IntToDoubleFunction plus(IntToDoubleFunction noise, double change) {
    return i -> noise.applyAsDouble(i) + change * Math.max(0, 2.0 * i / STEPS - 1);
  }

  @Test
  void termsThatStandStillHaveConverged() {
    Diagnosis diagnosis = diagnose(joint, level);
    assertThat(diagnosis.state()).isEqualTo(State.CONVERGED);
    assertThat(diagnosis.step()).isEqualTo(STEPS);
  }

  @Test
  void whatHappensInTheFirstHalfDoesNotCount() {
    IntToDoubleFunction rise = i -> joint.applyAsDouble(i) - 5 * Math.max(0, 1 - 2.0 * i / STEPS);
    assertThat(diagnose(rise, level).state()).isEqualTo(State.CONVERGED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -0.5, 0.5, 3})
  void termsThatMoveTogetherDrift(double change) {
    Diagnosis diagnosis = diagnose(plus(joint, change), plus(level, change));
    assertThat(diagnosis.state()).isEqualTo(State.DRIFTING);
    String sign = change > 0 ? "\\+" : "-";
    assertThat(diagnosis.reason())
        .matches("over the second half J moved by " + sign + ".*, log M by " + sign + ".*nats");
  }

  @Test
  void aDriftMayGoWithASlowerMovementOfTheDifference() {
    assertThat(diagnose(plus(joint, 3), plus(level, 2.4)).state()).isEqualTo(State.DRIFTING);
  }

  @Test
  void aDifferenceThatMovesAsMuchAsItsTermsIsLearning() {
    assertThat(diagnose(plus(joint, 3), plus(level, 1)).state()).isEqualTo(State.LEARNING);
  }

  @Test
  void termsThatPartAreLearning() {
    assertThat(diagnose(plus(joint, 1), plus(level, -1)).state()).isEqualTo(State.LEARNING);
    assertThat(diagnose(plus(joint, 1), level).state()).isEqualTo(State.LEARNING);
    assertThat(diagnose(joint, plus(level, -1)).state()).isEqualTo(State.LEARNING);
  }

  @Test
  void aMovementTooSmallToMatterIsNone() {
    double small = 0.9 * Diagnostics.MOVES;
    assertThat(diagnose(plus(i -> 2, small), plus(i -> 0, -0.05 * small)).state())
        .isEqualTo(State.CONVERGED);
    double enough = 1.1 * Diagnostics.MOVES;
    assertThat(diagnose(plus(i -> 2, enough), i -> 0).state()).isEqualTo(State.LEARNING);
  }

  /**
   * Each curve is pure noise, strong enough for chance to pass the least movement; a trend is then
   * claimed with the probability of the test's level, 1 %. Of 500 curves that is 5 on average, and
   * more than 15 with a probability below 1e-4.
   */
  @Test
  void noiseIsTakenForATrendAtMostAtTheLevelOfTheTest() {
    long claimed =
        LongStream.range(0, 500)
            .filter(
                seed ->
                    diagnose(Curves.noise(0, 3, 2 * seed), Curves.noise(0, 3, 2 * seed + 1)).state()
                        != State.CONVERGED)
            .count();
    assertThat(claimed).isLessThanOrEqualTo(15);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void aStepThatIsNotFiniteIsAnExplosion(Metric metric) {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0}) {
      Curve curve = Curves.of(400, 100, joint, level);
      Curves.set(curve, 37, metric, value);
      if (metric == Metric.VALUE && !Double.isNaN(value)) {
        assertThat(Diagnostics.of(curve).state()).as("overflow").isNotEqualTo(State.EXPLODED);
        continue;
      }
      Diagnosis diagnosis = Diagnostics.of(curve);
      assertThat(diagnosis.state()).isEqualTo(State.EXPLODED);
      assertThat(diagnosis.step()).isEqualTo(437);
      assertThat(diagnosis.reason()).startsWith("at step 437 a term or the gradient is not finite");
      assertThat(Diagnostics.withinLimits(curve)).isFalse();
    }
  }

  /** log of the largest float is 88.7228…: the boundary lies between the two values. */
  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"JOINT", "LOG_MARGINAL"})
  void aFiniteTermBeyondTheRangeOfExpIsAnExplosion(Metric metric) {
    for (double sign : new double[] {-1, 1}) {
      Curve within = Curves.of(0, 100, joint, level);
      Curves.set(within, 37, metric, sign * 88.72);
      assertThat(Diagnostics.withinLimits(within)).isTrue();
      Curve beyond = Curves.of(0, 100, joint, level);
      Curves.set(beyond, 37, metric, sign * 88.73);
      Diagnosis diagnosis = Diagnostics.of(beyond);
      assertThat(diagnosis.state()).isEqualTo(State.EXPLODED);
      assertThat(diagnosis.step()).isEqualTo(37);
      assertThat(diagnosis.reason())
          .startsWith("at step 37 a term is beyond ±88.7, what exp can hold in float")
          .contains("88.73");
    }
  }

  /** The first tenth of 100 steps are 0 to 9. */
  @Test
  void aCriticThatFindsItsRangeInTheFirstTenthHasNotExploded() {
    Curve found = Curves.of(0, 100, joint, level);
    for (int step = 0; step < 10; step++) {
      Curves.set(found, step, Metric.LOG_MARGINAL, 160);
    }
    assertThat(Diagnostics.of(found).state()).isNotEqualTo(State.EXPLODED);
    assertThat(Diagnostics.withinLimits(found)).isFalse();
    Curve late = Curves.of(0, 100, joint, level);
    for (int step = 8; step < 11; step++) {
      Curves.set(late, step, Metric.JOINT, -160);
    }
    Curves.set(late, 3, Metric.JOINT, -160);
    assertThat(Diagnostics.of(late).state()).isEqualTo(State.EXPLODED);
    assertThat(Diagnostics.of(late).step()).isEqualTo(8);
    Curves.set(found, 4, Metric.GRADIENT_NORM, Double.POSITIVE_INFINITY);
    assertThat(Diagnostics.of(found).step()).as("out of range until it is not finite").isZero();
  }

  @Test
  void theFirstOfSeveralExplosionsIsReported() {
    Curve curve = Curves.of(0, 100, joint, level);
    Curves.set(curve, 20, Metric.LOG_MARGINAL, 200);
    Curves.set(curve, 30, Metric.JOINT, Double.NaN);
    assertThat(Diagnostics.of(curve).step()).isEqualTo(20);
    Curves.set(curve, 10, Metric.VALUE, Double.NaN);
    assertThat(Diagnostics.of(curve).step()).isEqualTo(10);
  }

  @Test
  void aCurveTooShortForATrendSaysSo() {
    Diagnosis diagnosis = Diagnostics.of(Curves.of(0, 19, joint, level));
    assertThat(diagnosis.state()).isEqualTo(State.LEARNING);
    assertThat(diagnosis.reason()).isEqualTo("fewer than 20 steps: too short to tell");
    assertThat(Diagnostics.of(Curves.of(0, 20, i -> 2, i -> 0)).state()).isEqualTo(State.CONVERGED);
    assertThat(Diagnostics.of(Curves.of(0, 0, joint, level)).state()).isEqualTo(State.LEARNING);
  }

  @Test
  void aShortCurveCanExplodeAllTheSame() {
    Curve curve = Curves.of(0, 3, joint, level);
    Curves.set(curve, 2, Metric.JOINT, Double.NaN);
    assertThat(Diagnostics.of(curve).state()).isEqualTo(State.EXPLODED);
  }
}
