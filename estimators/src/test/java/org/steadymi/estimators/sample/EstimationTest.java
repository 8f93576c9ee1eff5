package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.LearningCurve.Look;

/** What can be asked for of the critics behind an estimate. */
class EstimationTest {
  private static final Sample SAMPLE = Numbers.correlated(250, 1, 0.8, 4);
  private static final EstimateOptions TWO_FOLDS = EstimateOptions.DEFAULTS.withFolds(2);

  private static Estimation of(String method) {
    return Estimation.of(
        new Variable(SAMPLE.x(), false),
        new Variable(SAMPLE.y(), false),
        TWO_FOLDS.withMethod(method),
        EstimationProgress.NONE);
  }

  /** The same training again: its best look is what was chosen. */
  @Test
  void theCurveIsThatOfTheNetworkThatCounts() {
    Estimation estimation = of("js-radius");
    List<LearningCurve> curves = estimation.curves(EstimationProgress.NONE);
    assertThat(curves).extracting(LearningCurve::fold).containsExactly(1, 2);
    for (LearningCurve curve : curves) {
      double chosen =
          estimation
              .estimate()
              .folds()
              .get(curve.fold() - 1)
              .choice()
              .tried()
              .get(curve.candidate());
      assertThat(curve.candidate()).isEqualTo("js-radius");
      assertThat(curve.looks().stream().mapToDouble(Look::onSelection).max()).hasValue(chosen);
      assertThat(curve.looks()).extracting(Look::step).isSorted().startsWith(0L, 100L);
      assertThat(curve.looks()).allMatch(look -> Double.isFinite(look.onHeldOut()));
    }
  }

  /**
   * Ten answers of which no two rows have the same: beside a number Ross's estimator has no
   * neighbours, and beside a symbol that depends on one answer the frequencies read all of its
   * entropy, more than the critics do. Neither counts.
   */
  @Test
  void symbolsThatOccurOnceTellNothing() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] answers = new double[300][10];
    double[][] number = new double[answers.length][1];
    double[][] symbol = new double[answers.length][1];
    for (int i = 0; i < answers.length; i++) {
      Arrays.setAll(answers[i], j -> random.nextInt(1, 6));
      number[i][0] = answers[i][0] + random.nextDouble();
      symbol[i][0] = answers[i][0] + random.nextInt(-2, 3) > 3 ? 1 : 0;
    }
    Variable x = new Variable(Points.of(answers), true);
    assertThat(estimate(x, new Variable(Points.of(number), false)).baselines()).isEmpty();
    Estimate beside = estimate(x, new Variable(Points.of(symbol), true));
    BaselineEstimate plugIn = beside.baselines().get(0);
    assertThat(plugIn.nats()).isGreaterThan(beside.interval().upper() + 0.1);
    assertThat(plugIn.rows()).isZero();
    assertThat(beside.judgement().verdict()).isNotEqualTo(Verdict.BASELINES_DISAGREE);
    assertThat(beside.judgement().reasons()).noneMatch(reason -> reason.contains("plug-in"));
  }

  private static Estimate estimate(Variable x, Variable y) {
    EstimateOptions normal = TWO_FOLDS.withMethod("normal");
    return Estimation.of(x, y, normal, EstimationProgress.NONE).estimate();
  }

  @Test
  void closedFormsHaveNoCurve() {
    assertThat(of("normal").curves(EstimationProgress.NONE)).isEmpty();
  }

  /**
   * The mean joint score is the estimate. All 2 · 125 · 124 pairs of two rows are there, and the
   * mean ratio of a fold's is 1 by the definition of log M.
   */
  @Test
  void scoresAreThoseThatTheEstimateIsMadeOf() {
    Estimation estimation = of("normal");
    RowScores scores = estimation.scores();
    assertThat(Arrays.stream(scores.joint()).average().orElseThrow())
        .isCloseTo(estimation.estimate().nats(), within(1e-6));
    assertThat(scores.marginal()).hasSize(2 * 125 * 124);
    assertThat(Arrays.stream(scores.marginal()).map(Math::exp).average().orElseThrow())
        .isCloseTo(1, within(1e-5));
  }
}
