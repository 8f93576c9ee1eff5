package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.losses.Properties.Freedom;
import org.steadymi.graphs.losses.Properties.Side;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What {@link Properties} says of each bound of the catalogue, checked on a population small enough
 * to be enumerated: no sampling, so the only tolerance is that of float.
 */
class BoundPropertiesTest {
  static final List<Trial> TRIALS = Trial.all();
  private static final double FLOAT = 4e-6;

  /** Of three symbols. */
  private static final double[][] DENSITIES = {{.2, .3, .5}, {.35, .35, .3}, {.01, .98, .01}};

  static Stream<Form> lowerBounds() {
    return Form.all().stream()
        .filter(f -> !f.constrained())
        .filter(f -> f.properties().value().side() != Side.ESTIMATE)
        .filter(
            f ->
                !f.properties()
                    .origin()
                    .name()
                    .equals("uba")); // in the limit of large batches only
  }

  static List<Trial> limited() {
    return Trial.where(f -> f.properties().value().ceiling().isPresent());
  }

  /** What classes limit: bounds, with whatever scores. */
  static Stream<Trial> limitedByClasses() {
    List<Form> bounds = lowerBounds().toList();
    return Trial.where(bounds::contains).stream().filter(t -> t.layout() != Layout.MATRIX);
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

  /** Where rows are paired by their class, each has one other row of it. */
  @ParameterizedTest
  @MethodSource("limited")
  void noScoresPassTheCeiling(Trial trial) {
    for (int k : new int[] {2, 8, 32}) {
      int[] labels = IntStream.range(0, k).map(i -> i / 2).toArray();
      double ceiling =
          trial.form().properties().ceilingAt(trial.layout(), k, k / 2 + 1).orElseThrow();
      for (double range : new double[] {1, 80, 1e4}) {
        Batch any = Batch.random(trial.layout(), labels, k / 2 + 1, range, k);
        Batch better = raised(any, 2 * range);
        Batch perfect = raised(any.map(t -> -range), 2 * range);
        double tolerance = 64 * HostLoss.ULP * (1 + 3 * range);
        List<float[]> values = trial.values(List.of(any, better, perfect));
        assertThat(values)
            .allSatisfy(v -> assertThat(v[0]).isLessThanOrEqualTo((float) (ceiling + tolerance)));
        if (range > 1) {
          assertThat((double) values.get(2)[0]).isCloseTo(ceiling, within(tolerance));
        }
      }
    }
  }

  /**
   * Where marginal pairs contain the joint ones, J − log M, and with it every bound below it, is at
   * most −log of their share: log C against classes. The best scores that labels allow have it.
   */
  @ParameterizedTest
  @MethodSource("limitedByClasses")
  void noScoresPassWhatTheClassesTell(Trial trial) {
    int[] labels = {0, 0, 0, 0, 1, 1, 2, 2, 3, 4};
    for (double range : new double[] {0.1, 1, 4, 30}) {
      for (int seed = 0; seed < 5; seed++) {
        Batch any = Batch.random(trial.layout(), labels, 6, range, seed);
        Batch better = raised(any, seed);
        HostScores host = any.host();
        double limit = Math.log(host.marginal().length / (double) host.joint().length);
        assertThat(limit)
            .isEqualTo(trial.layout() == Layout.LABELS ? Math.log(6) : Math.log(90 / 16.0));
        assertThat(trial.values(List.of(any, better)))
            .allSatisfy(v -> assertThat((double) v[0]).isLessThanOrEqualTo(limit + 30 * FLOAT));
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
  @FieldSource("TRIALS")
  void theValueMovesWithAShiftOfTheCriticUnlessItIsInvariant(Trial trial) {
    Batch batch = trial.random(8, 13, 5);
    List<float[]> values =
        trial.values(DoubleStream.of(0, -3, 0.5, 3).mapToObj(c -> batch.map(t -> t + c)).toList());
    for (float[] shifted : values.subList(1, 4)) {
      double moved = shifted[0] - values.get(0)[0];
      if (trial.form().properties().value().invariance() != Freedom.NONE) {
        assertThat(moved).isCloseTo(0, within(1e-5));
      } else {
        assertThat(Math.abs(moved)).isGreaterThan(1e-2);
      }
    }
  }

  /** A function of x added to the critic is a number per row, one of y a number per column. */
  @ParameterizedTest
  @FieldSource("TRIALS")
  void aFunctionOfOneSideIsFreeWhereThePropertiesSaySo(Trial trial) {
    Batch batch = trial.random(8, 3, 5);
    assertFree(trial, batch, batch.plusOfRow(i -> i - 3.5), Freedom.FUNCTION_OF_X);
    assertFree(trial, batch, batch.plusOfColumn(j -> j - 3.5), Freedom.FUNCTION_OF_Y);
  }

  private static void assertFree(Trial trial, Batch batch, Batch moved, Freedom freedom) {
    List<float[]> values = trial.values(List.of(batch, moved));
    double difference = values.get(1)[0] - values.get(0)[0];
    if (trial.form().properties().value().invariance() == freedom) {
      assertThat(difference).isCloseTo(0, within(1e-5));
    } else if (!onlyJoint(trial.form())) {
      assertThat(Math.abs(difference)).isGreaterThan(1e-2);
    }
  }

  /** Whether the value is J, which a shift of mean 0 leaves as it is. */
  private static boolean onlyJoint(Form form) {
    return List.of("ba", "rate").contains(form.family().name());
  }

  @ParameterizedTest
  @FieldSource("TRIALS")
  void objectiveAndValueDifferExactlyWhereTheirEquationsDo(Trial trial) {
    List<Batch> batch = List.of(trial.random(8, 2, 6));
    Properties properties = trial.form().properties();
    float objective = trial.evaluate(batch, trial.form().loss().bound()::objective).get(0)[0];
    boolean same = properties.objective().equation().equals(properties.value().equation());

    assertThat(objective == trial.values(batch).get(0)[0]).isEqualTo(same);
  }

  /** With and without regulariser, at any λ and any target: the same number. */
  @ParameterizedTest
  @FieldSource("TRIALS")
  void theReportedValueNeverContainsThePenalty(Trial trial) {
    Form form = trial.form();
    Batch batch = trial.random(8, 2, 6);
    List<Loss> losses = new ArrayList<>(List.of(form.loss(), plain(form)));
    if (form.statistic().isPresent()) {
      losses.add(form.family().with(form.options().withLambda(1e3).withTarget(-2)));
    }

    List<float[]> values =
        TestGraph.all(
            tf -> losses.stream().map(l -> l.value(tf, trial.scores(tf, batch))).toList());
    List<float[]> objectives =
        TestGraph.all(
            tf ->
                losses.stream()
                    .map(l -> l.bound().objective(tf, trial.scores(tf, batch)))
                    .toList());

    assertThat(values).allSatisfy(v -> assertThat(v).containsExactly(values.get(0)));
    assertThat(objectives).allSatisfy(v -> assertThat(v).containsExactly(objectives.get(0)));
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
    return form.worksOn(Layout.SEPARATE)
        ? form.loss().value(tf, form.scores(tf, DiscretePair.population(tf, t), average))
        : tf.math.mean(form.loss().value(tf, DiscretePair.batchesOfTwo(tf, t)), tf.constant(0));
  }

  /** With the score of every joint pair that much higher. */
  private static Batch raised(Batch batch, double by) {
    double[][] t = batch.map(v -> v).t();
    for (int i = 0; i < t.length; i++) {
      for (int j = 0; j < t[i].length; j++) {
        if (batch.joint(i, j)) {
          t[i][j] += by;
        }
      }
    }
    return batch.with(t);
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
