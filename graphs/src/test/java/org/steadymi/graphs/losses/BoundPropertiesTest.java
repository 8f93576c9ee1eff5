package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.losses.Properties.Ceiling;
import org.steadymi.graphs.losses.Properties.Optimum;
import org.steadymi.graphs.losses.Properties.Side;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What {@link Properties} says of each bound of the catalogue, checked on a population small enough
 * to be enumerated: no sampling, so the only tolerance is that of float.
 */
class BoundPropertiesTest {
  static final List<Form> FORMS = Form.all();
  private static final double FLOAT = 4e-6;

  static Stream<Form> decomposable() {
    return Form.all().stream().filter(f -> !f.needsMatrix());
  }

  static Stream<Form> lowerBounds() {
    return Form.all().stream().filter(f -> f.properties().side() != Side.ESTIMATE);
  }

  static Stream<Form> limited() {
    return Form.all().stream().filter(f -> f.properties().ceiling() == Ceiling.LOG_BATCH);
  }

  /** The JS read-out J − M/e of the reference code is off by −1/e, since there M = 1. */
  @ParameterizedTest
  @MethodSource("decomposable")
  void atItsOptimumTheValueIsTheInformation(Form form) {
    double expected = DiscretePair.information() - (readsJsAsReferenceCode(form) ? 1 / Math.E : 0);
    List<double[]> optima =
        Arrays.stream(levels(form.properties().optimum()))
            .mapToObj(DiscretePair::logRatioPlus)
            .toList();
    assertThat(values(form, optima))
        .allSatisfy(value -> assertThat((double) value[0]).isCloseTo(expected, within(FLOAT)));
  }

  /**
   * The objective is stationary at T*. The penalty leaves it so exactly where its statistic meets
   * its target there: not for the softplus penalty and not for the reference code's NWJ.
   */
  @ParameterizedTest
  @MethodSource("decomposable")
  void theOptimumIsStationaryAndThePenaltyKeepsItWhereItsTargetIsMet(Form form) {
    double level = levels(form.properties().optimum())[0];
    double[] optimum = DiscretePair.logRatioPlus(level);
    double statistic = form.host().statistic().applyAsDouble(DiscretePair.host(optimum));
    boolean held = form.form().statistic().isPresent();

    assertThat(largestSlope(plain(form), optimum)).isLessThan(FLOAT);
    if (held && Math.abs(statistic - form.form().target()) > 1e-9) {
      assertThat(largestSlope(form.loss(), optimum)).isGreaterThan(0.01);
      assertThat(form.toString()).isIn("rejs/paper", "rejs/code", "renwj/code");
    } else {
      assertThat(largestSlope(form.loss(), optimum)).isLessThan(FLOAT);
    }
  }

  @ParameterizedTest
  @MethodSource("decomposable")
  void theObjectiveFallsInEveryDirectionFromTheOptimum(Form form) {
    double level = levels(form.properties().optimum())[0];
    double[] optimum = DiscretePair.logRatioPlus(level);
    SplittableRandom random = new SplittableRandom(7);
    double best = form.host().objective().applyAsDouble(DiscretePair.host(optimum));
    for (int i = 0; i < 50; i++) {
      double[] aside = DiscretePair.critic(c -> optimum[c] + random.nextDouble(-0.5, 0.5));
      assertThat(form.host().objective().applyAsDouble(DiscretePair.host(aside)))
          .isLessThanOrEqualTo(best + 1e-12);
    }
  }

  /** In exact expectation; for InfoNCE over all batches of two. */
  @ParameterizedTest
  @MethodSource("lowerBounds")
  void noCriticPassesTheInformation(Form form) {
    SplittableRandom random = new SplittableRandom(1);
    List<double[]> critics = new ArrayList<>();
    for (double spread : new double[] {0.1, 1, 4, 30}) {
      for (int i = 0; i < 5; i++) {
        double scale = i % 2;
        critics.add(
            DiscretePair.critic(
                c -> scale * DiscretePair.logRatio(c) + random.nextDouble(-spread, spread)));
      }
    }
    assertThat(values(form, critics))
        .hasSize(20)
        .allSatisfy(
            value ->
                assertThat((double) value[0])
                    .isLessThanOrEqualTo(DiscretePair.information() + 30 * FLOAT));
  }

  @ParameterizedTest
  @MethodSource("limited")
  void noScoresPassTheCeiling(Form form) {
    for (int k : new int[] {2, 8, 32}) {
      for (double range : new double[] {1, 80, 1e4}) {
        double[][] t = HostScores.random(k, range, k);
        double[][] perfect = new double[k][k];
        for (int i = 0; i < k; i++) {
          t[i][i] += range;
          perfect[i][i] = range;
        }
        double tolerance = 64 * HostLoss.ULP * (1 + 2 * range);
        assertThat((double) matrixValue(form, t)).isLessThanOrEqualTo(Math.log(k) + tolerance);
        double reached = Math.log(k) - Math.log1p((k - 1) * Math.exp(-range));
        assertThat((double) matrixValue(form, perfect)).isCloseTo(reached, within(tolerance));
      }
    }
  }

  /** Scores beyond every clipping limit, so that clipped values move too. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void theValueMovesWithAShiftOfTheCriticUnlessItIsInvariant(Form form) {
    double[][] t = HostScores.random(8, 13, 5);
    List<float[]> values =
        TestGraph.all(
            tf ->
                DoubleStream.of(0, -3, 0.5, 3)
                    .mapToObj(shift -> form.loss().value(tf, matrix(tf, plus(t, i -> shift))))
                    .toList());
    for (float[] shifted : values.subList(1, 4)) {
      double moved = shifted[0] - values.get(0)[0];
      if (form.properties().shiftInvariant()) {
        assertThat(moved).isCloseTo(0, within(1e-5));
      } else {
        assertThat(Math.abs(moved)).isGreaterThan(1e-2);
      }
    }
  }

  /**
   * A function of x added to the critic is a number per row: only a bound per row is free of it.
   */
  @ParameterizedTest
  @FieldSource("FORMS")
  void aFunctionOfXIsFreeWhereTheOptimumSaysSo(Form form) {
    double[][] t = HostScores.random(8, 3, 5);
    double moved = matrixValue(form, plus(t, i -> i - 3.5)) - matrixValue(form, t);
    if (form.properties().optimum() == Optimum.LOG_RATIO_PLUS_FUNCTION_OF_X) {
      assertThat(moved).isCloseTo(0, within(1e-5));
    } else {
      assertThat(Math.abs(moved)).isGreaterThan(1e-2);
    }
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void objectiveAndValueDifferExactlyWhereTheirEquationsDo(Form form) {
    double[][] t = HostScores.random(8, 2, 6);
    float objective = TestGraph.value(tf -> form.loss().bound().objective(tf, matrix(tf, t)));
    boolean same = form.properties().objective().equals(form.properties().value());

    assertThat(objective == matrixValue(form, t)).isEqualTo(same);
  }

  /** With and without regulariser, at any λ and any target: the same number. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void theReportedValueNeverContainsThePenalty(Form form) {
    double[][] t = HostScores.random(8, 2, 6);
    List<Loss> losses = new ArrayList<>(List.of(form.loss(), plain(form)));
    if (form.form().statistic().isPresent()) {
      losses.add(form.family().with(form.options().withLambda(1e3).withTarget(-2)));
    }

    List<float[]> values =
        TestGraph.all(tf -> losses.stream().map(l -> l.value(tf, matrix(tf, t))).toList());
    List<float[]> objectives =
        TestGraph.all(
            tf -> losses.stream().map(l -> l.bound().objective(tf, matrix(tf, t))).toList());

    assertThat(values).allSatisfy(v -> assertThat(v).containsExactly(values.get(0)));
    assertThat(objectives).allSatisfy(v -> assertThat(v).containsExactly(objectives.get(0)));
  }

  private static boolean readsJsAsReferenceCode(Form form) {
    return form.loss().bound().equals(new JensenShannon(JensenShannon.ReadOut.REFERENCE));
  }

  /** c of the maximising critics log r + c. */
  private static double[] levels(Optimum optimum) {
    return switch (optimum) {
      case LOG_RATIO -> new double[] {0};
      case LOG_RATIO_PLUS_ONE -> new double[] {1};
      case LOG_RATIO_PLUS_CONSTANT -> new double[] {0, -4, 4};
      case LOG_RATIO_PLUS_FUNCTION_OF_X ->
          throw new AssertionError("has no value apart from its batch");
    };
  }

  private static Loss plain(Form form) {
    return new Loss(form.toString(), form.loss().bound(), java.util.Optional.empty());
  }

  /** The values of critics in exact expectation. */
  private static List<float[]> values(Form form, List<double[]> critics) {
    return TestGraph.all(tf -> critics.stream().map(critic -> value(tf, form, critic)).toList());
  }

  private static Operand<TFloat32> value(Ops tf, Form form, double[] critic) {
    Operand<TFloat32> t = DiscretePair.constant(tf, critic);
    return form.needsMatrix()
        ? tf.math.mean(form.loss().value(tf, DiscretePair.batchesOfTwo(tf, t)), tf.constant(0))
        : form.loss().value(tf, DiscretePair.population(tf, t));
  }

  private static double largestSlope(Loss loss, double[] critic) {
    float[] slopes =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> t = DiscretePair.constant(tf, critic);
              Operand<TFloat32> minimised = loss.minimised(tf, DiscretePair.population(tf, t));
              return tf.math.abs(TestGraph.gradient(tf, minimised, t));
            });
    double largest = 0;
    for (float slope : slopes) {
      largest = Math.max(largest, slope);
    }
    return largest;
  }

  private static float matrixValue(Form form, double[][] t) {
    return TestGraph.value(tf -> form.loss().value(tf, matrix(tf, t)));
  }

  private static Scores matrix(Ops tf, double[][] t) {
    return Scores.matrix(TestGraph.constant(tf, t));
  }

  private static double[][] plus(double[][] t, java.util.function.IntToDoubleFunction ofRow) {
    double[][] moved = new double[t.length][];
    for (int i = 0; i < t.length; i++) {
      double c = ofRow.applyAsDouble(i);
      moved[i] = Arrays.stream(t[i]).map(v -> v + c).toArray();
    }
    return moved;
  }
}
