package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class RegularizerTest {
  static final List<Form> HELD = Form.held();
  private static final double[][] T = HostScores.random(8, 3, 2);

  /** A target every statistic can take: that of a softplus is above 0. */
  private static final double TARGET = 0.8;

  @Test
  void everyPlainLossHasOneHeldCounterpart() {
    assertThat(HELD.stream().map(f -> f.family().name()).distinct())
        .containsExactlyElementsOf(
            Form.plain().map(f -> "re" + f.family().name()).distinct().toList());
  }

  @ParameterizedTest
  @FieldSource("HELD")
  void thePenaltyIsZeroWhereTheStatisticMeetsTheTarget(Form form) {
    double met = shiftThatMeets(form, TARGET);

    assertThat(penalty(form, met)).isCloseTo(0, within(1e-9));
    assertThat(penalty(form, met + 0.5)).isGreaterThan(1e-3);
    assertThat(penalty(form, met - 0.5)).isGreaterThan(1e-3);
  }

  /** log E_Q[e^T] is met by subtracting it. */
  @ParameterizedTest
  @FieldSource("HELD")
  void aNormalisedCriticIsFreeOfTheDefaultPenaltyOfALogPartition(Form form) {
    if (form.form().statistic().equals(java.util.Optional.of(Statistic.LOG_PARTITION))) {
      double level = HostScores.matrix(T).logMeanExpMarginal();

      assertThat(form.form().target()).isZero();
      assertThat(penalty(form.loss(), -level)).isCloseTo(0, within(1e-9));
      assertThat(penalty(form.loss(), 0)).isCloseTo(level * level, within(1e-5));
    }
  }

  @ParameterizedTest
  @FieldSource("HELD")
  void descentPullsTheLevelToTheTargetFromBothSides(Form form) {
    double met = shiftThatMeets(form, TARGET);

    assertThat(slopeOfPenalty(form, met + 0.5)).isPositive();
    assertThat(slopeOfPenalty(form, met - 0.5)).isNegative();
    assertThat(slopeOfPenalty(form, met)).isCloseTo(0, within(1e-5));
  }

  /** A shift that leaves the bound as it is does not leave the penalty as it is. */
  @ParameterizedTest
  @FieldSource("HELD")
  void driftIsNoLongerFree(Form form) {
    double met = shiftThatMeets(form, TARGET);
    double near = penalty(form, met + 1);
    double far = penalty(form, met + 3);

    assertThat(far).isGreaterThan(near);
    double drifted = minimised(form, met + 3) - minimised(form, met);
    if (form.properties().shiftInvariant()) {
      assertThat(drifted).isCloseTo(far, within(1e-4));
      assertThat(drifted).isPositive();
    }
  }

  @ParameterizedTest
  @FieldSource("HELD")
  void lambdaScalesThePenaltyAndNothingElse(Form form) {
    double once = penalty(form.family().with(form.options().withLambda(1)), 0.3);
    double thrice = penalty(form.family().with(form.options().withLambda(3)), 0.3);
    Loss none = form.family().with(form.options().withLambda(0));

    assertThat(thrice).isCloseTo(3 * once, within(1e-5 * thrice));
    assertThat(penalty(none, 0.3)).isZero();
    assertThat(evaluate(tf -> none.minimised(tf, scores(tf, 0.3))))
        .isEqualTo(-evaluate(tf -> none.bound().objective(tf, scores(tf, 0.3))));
  }

  /**
   * The reference code's NWJ holds log E_Q[e^T] at 0 although the optimum 1 + log r has it at 1. At
   * λ = 1 the two meet at T = log r + c with 1 − e^(c−1) − 2c = 0, so c = 0.26122, and the value is
   * off by c − e^(c−1) = −0.2163.
   */
  @Test
  void theReferenceFormOfNwjIsBiased() {
    double c = 0.26;
    for (int i = 0; i < 20; i++) { // Newton
      c += (1 - Math.exp(c - 1) - 2 * c) / (Math.exp(c - 1) + 2);
    }
    double[] critic = DiscretePair.logRatioPlus(c);
    Loss code = Losses.family("renwj").with(LossOptions.DEFAULTS.withVariant("code"));

    float[] slopes =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> t = DiscretePair.constant(tf, critic);
              return TestGraph.gradient(tf, code.minimised(tf, DiscretePair.population(tf, t)), t);
            });
    float value =
        TestGraph.value(
            tf -> code.value(tf, DiscretePair.population(tf, DiscretePair.constant(tf, critic))));

    for (float slope : slopes) {
      assertThat((double) slope).isCloseTo(0, within(1e-6));
    }
    assertThat(value - DiscretePair.information()).isCloseTo(-0.217, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLambdaThatIsNoWeightIsRefused(double lambda) {
    assertThatThrownBy(() -> new Regularizer(Statistic.LOG_PARTITION, lambda, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("regulariser: expected lambda of at least 0, found " + lambda);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NEGATIVE_INFINITY, Double.NaN})
  void aTargetThatIsNoNumberIsRefused(double target) {
    assertThatThrownBy(() -> new Regularizer(Statistic.LOG_PARTITION, 1, target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("regulariser: expected a finite target, found " + target);
  }

  @Test
  void theEquationNamesATargetThatIsNotZero() {
    assertThat(new Regularizer(Statistic.LOG_PARTITION, 1, 0).equation())
        .isEqualTo("λ (log E_Q[e^T])²");
    assertThat(new Regularizer(Statistic.SOFTPLUS, 1, 1).equation())
        .isEqualTo("λ (E_Q[softplus T] − C*)²");
  }

  /** Every statistic grows with the level of the critic, so bisection finds the shift. */
  private static double shiftThatMeets(Form form, double target) {
    HostScores t = HostScores.matrix(T);
    double low = -50;
    double high = 50;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      boolean below = form.host().statistic().applyAsDouble(t.shifted(middle)) < target;
      low = below ? middle : low;
      high = below ? high : middle;
    }
    return low;
  }

  private static Loss targeted(Form form) {
    return form.family().with(form.options().withTarget(TARGET));
  }

  private static double penalty(Form form, double shift) {
    return penalty(targeted(form), shift);
  }

  private static double penalty(Loss loss, double shift) {
    return evaluate(tf -> loss.regularizer().orElseThrow().penalty(tf, scores(tf, shift)));
  }

  private static double minimised(Form form, double shift) {
    return evaluate(tf -> targeted(form).minimised(tf, scores(tf, shift)));
  }

  private static double slopeOfPenalty(Form form, double shift) {
    return evaluate(
        tf -> {
          Operand<TFloat32> level = tf.constant((float) shift);
          Scores t = Scores.matrix(tf.math.add(TestGraph.constant(tf, T), level));
          Regularizer regularizer = targeted(form).regularizer().orElseThrow();
          return TestGraph.gradient(tf, regularizer.penalty(tf, t), level);
        });
  }

  private static double evaluate(java.util.function.Function<Ops, Operand<TFloat32>> build) {
    return TestGraph.value(build);
  }

  private static Scores scores(Ops tf, double shift) {
    return Scores.matrix(tf.math.add(TestGraph.constant(tf, T), tf.constant((float) shift)));
  }
}
