package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.losses.Properties.Freedom;
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

  /** Of three symbols. */
  private static final double[][] DENSITIES = {{.2, .3, .5}, {.35, .35, .3}, {.01, .98, .01}};

  static Stream<Form> decomposable() {
    return Form.all().stream()
        .filter(f -> !f.needsMatrix() && !f.constrained() && f.properties().optimum().exists());
  }

  static Stream<Form> lowerBounds() {
    return Form.all().stream()
        .filter(f -> !f.constrained())
        .filter(f -> f.properties().side() != Side.ESTIMATE)
        .filter(f -> !f.properties().name().equals("uba")); // in the limit of large batches only
  }

  static Stream<Form> limited() {
    return Form.all().stream().filter(f -> f.properties().ceiling().isPresent());
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
    double level = level(form);
    double[] optimum = DiscretePair.logRatioPlus(level);
    double statistic = form.host().statistic().applyAsDouble(DiscretePair.host(optimum));
    boolean held = form.statistic().isPresent();

    assertThat(largestSlope(form, plain(form), optimum)).isLessThan(FLOAT);
    if (held && Math.abs(statistic - form.form().hold().orElseThrow().target()) > 1e-9) {
      assertThat(largestSlope(form, form.loss(), optimum)).isGreaterThan(0.01);
      assertThat(form.toString())
          .isIn("rejs/paper", "rejs/code", "renwj/code", "remine/norm", "remine/ema", "retuba/ema");
    } else {
      assertThat(largestSlope(form, form.loss(), optimum)).isLessThan(FLOAT);
    }
  }

  @ParameterizedTest
  @MethodSource("decomposable")
  void theObjectiveFallsInEveryDirectionFromTheOptimum(Form form) {
    double level = level(form);
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
          Arrays.fill(perfect[i], -range);
          t[i][i] += range;
          perfect[i][i] = range;
        }
        double ceiling = form.properties().ceilingAt(k).orElseThrow();
        double tolerance = 64 * HostLoss.ULP * (1 + 2 * range);
        assertThat((double) matrixValue(form, t)).isLessThanOrEqualTo(ceiling + tolerance);
        if (range > 1) {
          assertThat((double) matrixValue(form, perfect)).isCloseTo(ceiling, within(tolerance));
        }
      }
    }
  }

  /**
   * The leave-one-out bound with the true p(y | x), over all batches of two, and the rate with any
   * q(y), in exact expectation.
   */
  @Test
  void upperBoundsAreNotBelowTheInformation() {
    Form leaveOneOut = form("loo");
    Form rate = form("rate");
    double[] logMarginal = {Math.log(7 / 20.0), Math.log(7 / 20.0), Math.log(6 / 20.0)};
    double[] conditional = DiscretePair.critic(c -> DiscretePair.logRatio(c) + logMarginal[c % 3]);
    assertThat((double) values(leaveOneOut, List.of(conditional)).get(0)[0])
        .isGreaterThan(DiscretePair.information());
    for (double[] q : DENSITIES) {
      double[] critic = DiscretePair.critic(c -> conditional[c] - Math.log(q[c % 3]));
      double divergence = 0;
      for (int y = 0; y < 3; y++) {
        divergence += Math.exp(logMarginal[y]) * (logMarginal[y] - Math.log(q[y]));
      }
      assertThat((double) values(rate, List.of(critic)).get(0)[0])
          .isCloseTo(DiscretePair.information() + divergence, within(FLOAT));
    }
  }

  /** log q(x)/p(x) for densities q that do not know y: minus KL(p(x), q), never above I. */
  @Test
  void theBoundOfBarberAndAgakovIsShortOfTheInformationByADivergence() {
    double[] px = {6 / 20.0, 8 / 20.0, 6 / 20.0};
    for (double[] q : DENSITIES) {
      double[] critic = DiscretePair.critic(c -> Math.log(q[c / 3] / px[c / 3]));
      double divergence = 0;
      for (int x = 0; x < 3; x++) {
        divergence += px[x] * Math.log(px[x] / q[x]);
      }
      assertThat((double) values(form("ba"), List.of(critic)).get(0)[0])
          .isCloseTo(-divergence, within(FLOAT));
    }
    double[] posterior = DiscretePair.logRatioPlus(0); // log p(x | y)/p(x)
    assertThat((double) values(form("ba"), List.of(posterior)).get(0)[0])
        .isCloseTo(DiscretePair.information(), within(FLOAT));
  }

  /** A limit that equals log K/α only nearly: every joint score far above every marginal one. */
  @Test
  void theInterpolatedBoundCanPassLogKOverAlpha() {
    double[][] t = new double[4][4];
    for (int i = 0; i < 4; i++) {
      Arrays.fill(t[i], -50);
      t[i][i] = 50;
    }
    float value = matrixValue(form("ialpha"), t);
    assertThat((double) value)
        .isGreaterThan(Math.log(4 / 0.01))
        .isCloseTo(1 + Math.log(3 / 0.01), within(1e-4));
  }

  /** The objective that is printed rises by what is added to every score. */
  @Test
  void theLogSumExpOfThePrintIsUnbounded() {
    Loss printed = Losses.family("mine").with(LossOptions.DEFAULTS.withVariant("log-sum-exp"));
    double[][] t = HostScores.random(8, 3, 5);
    List<float[]> objectives =
        TestGraph.all(
            tf ->
                DoubleStream.of(0, 5, 50)
                    .mapToObj(
                        shift -> printed.bound().objective(tf, matrix(tf, plus(t, i -> shift))))
                    .toList());
    assertThat(objectives.get(1)[0] - objectives.get(0)[0]).isCloseTo(5, within(1e-4f));
    assertThat(objectives.get(2)[0] - objectives.get(0)[0]).isCloseTo(50, within(1e-4f));
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
                    .mapToObj(
                        shift ->
                            form.loss()
                                .value(tf, scores(tf, form, matrix(tf, plus(t, i -> shift)))))
                    .toList());
    for (float[] shifted : values.subList(1, 4)) {
      double moved = shifted[0] - values.get(0)[0];
      if (form.properties().invariance() != Freedom.NONE) {
        assertThat(moved).isCloseTo(0, within(1e-5));
      } else {
        assertThat(Math.abs(moved)).isGreaterThan(1e-2);
      }
    }
  }

  /** A function of x added to the critic is a number per row, one of y a number per column. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void aFunctionOfOneSideIsFreeWhereThePropertiesSaySo(Form form) {
    double[][] t = HostScores.random(8, 3, 5);
    double[][] byRow = plus(t, i -> i - 3.5);
    double[][] byColumn =
        HostScores.matrix(plus(HostScores.matrix(t).transposed().rows(), i -> i - 3.5))
            .transposed()
            .rows();
    assertFree(form, t, byRow, Freedom.FUNCTION_OF_X);
    assertFree(form, t, byColumn, Freedom.FUNCTION_OF_Y);
  }

  private static void assertFree(Form form, double[][] t, double[][] moved, Freedom freedom) {
    double difference = matrixValue(form, moved) - matrixValue(form, t);
    if (form.properties().invariance() == freedom) {
      assertThat(difference).isCloseTo(0, within(1e-5));
    } else if (!onlyJoint(form)) {
      assertThat(Math.abs(difference)).isGreaterThan(1e-2);
    }
  }

  /** Whether the value is J, which a shift of mean 0 leaves as it is. */
  private static boolean onlyJoint(Form form) {
    return List.of("ba", "rate").contains(form.family().name());
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void objectiveAndValueDifferExactlyWhereTheirEquationsDo(Form form) {
    double[][] t = HostScores.random(8, 2, 6);
    float objective =
        TestGraph.value(tf -> form.loss().bound().objective(tf, scores(tf, form, matrix(tf, t))));
    boolean same = form.properties().objective().equals(form.properties().value());

    assertThat(objective == matrixValue(form, t)).isEqualTo(same);
  }

  /** With and without regulariser, at any λ and any target: the same number. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void theReportedValueNeverContainsThePenalty(Form form) {
    double[][] t = HostScores.random(8, 2, 6);
    List<Loss> losses = new ArrayList<>(List.of(form.loss(), plain(form)));
    if (form.statistic().isPresent()) {
      losses.add(form.family().with(form.options().withLambda(1e3).withTarget(-2)));
    }

    List<float[]> values =
        TestGraph.all(
            tf -> losses.stream().map(l -> l.value(tf, scores(tf, form, matrix(tf, t)))).toList());
    List<float[]> objectives =
        TestGraph.all(
            tf ->
                losses.stream()
                    .map(l -> l.bound().objective(tf, scores(tf, form, matrix(tf, t))))
                    .toList());

    assertThat(values).allSatisfy(v -> assertThat(v).containsExactly(values.get(0)));
    assertThat(objectives).allSatisfy(v -> assertThat(v).containsExactly(objectives.get(0)));
  }

  private static boolean readsJsAsReferenceCode(Form form) {
    return form.loss().bound().equals(new JensenShannon(JensenShannon.ReadOut.REFERENCE));
  }

  /** c of the maximising critics log r + c. */
  private static double[] levels(Optimum optimum) {
    return optimum.free() == Freedom.NONE
        ? new double[] {optimum.level()}
        : new double[] {optimum.level(), -4, 4};
  }

  /** Where the objective is largest; with a moving average given, at that. */
  private static double level(Form form) {
    return form.loss().bound().averagingRate().isPresent()
        ? HostLoss.LOG_AVERAGE
        : levels(form.properties().optimum())[0];
  }

  private static Form form(String loss) {
    return Form.all().stream()
        .filter(f -> f.family().name().equals(loss))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static Scores scores(Ops tf, Form form, Scores t) {
    return form.scores(tf, t);
  }

  private static Loss plain(Form form) {
    return new Loss(form.toString(), form.loss().bound(), java.util.Optional.empty());
  }

  /** The values of critics in exact expectation. */
  private static List<float[]> values(Form form, List<double[]> critics) {
    return TestGraph.all(tf -> critics.stream().map(critic -> value(tf, form, critic)).toList());
  }

  /** Where the bound takes a moving average of M, it is that of the whole population. */
  private static Operand<TFloat32> value(Ops tf, Form form, double[] critic) {
    Operand<TFloat32> t = DiscretePair.constant(tf, critic);
    double average = DiscretePair.host(critic).logMeanExpMarginal();
    return form.needsMatrix()
        ? tf.math.mean(form.loss().value(tf, DiscretePair.batchesOfTwo(tf, t)), tf.constant(0))
        : form.loss().value(tf, form.scores(tf, DiscretePair.population(tf, t), average));
  }

  private static double largestSlope(Form form, Loss loss, double[] critic) {
    float[] slopes =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> t = DiscretePair.constant(tf, critic);
              Operand<TFloat32> minimised =
                  loss.minimised(tf, scores(tf, form, DiscretePair.population(tf, t)));
              return tf.math.abs(TestGraph.gradient(tf, minimised, t));
            });
    double largest = 0;
    for (float slope : slopes) {
      largest = Math.max(largest, slope);
    }
    return largest;
  }

  private static float matrixValue(Form form, double[][] t) {
    return TestGraph.value(tf -> form.loss().value(tf, scores(tf, form, matrix(tf, t))));
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
