package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.losses.Properties.Freedom;
import org.steadymi.graphs.losses.Properties.Need;
import org.steadymi.graphs.losses.Properties.Optimum;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The maximising critic of each bound, on populations of every layout. */
class OptimumTest {
  private static final double FLOAT = 4e-6;

  /** As good as −∞: e^−30 is below a rounding of 1. */
  private static final double IMPOSSIBLE = -30;

  static final List<Trial> LABELLED =
      Trial.where(OptimumTest::decomposes).stream()
          .filter(trial -> trial.layout() != Layout.MATRIX)
          .toList();

  private static boolean decomposes(Form form) {
    return !form.constrained() && form.properties().objective().optimum().exists();
  }

  static Stream<Arguments> populations() {
    return Form.all().stream()
        .filter(OptimumTest::decomposes)
        .flatMap(
            form ->
                Population.ALL.stream()
                    .filter(p -> form.worksOn(p.layout()))
                    .map(p -> Arguments.of(form, p)));
  }

  /** The JS read-out J − M/e of the reference code is off by −1/e, since there M = 1. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("populations")
  void theValueIsTheInformation(Form form, Population population) {
    List<double[]> optima =
        Arrays.stream(levels(form.properties().objective().optimum()))
            .mapToObj(level -> optimum(form, population, level))
            .toList();
    double expected =
        comparesRows(form)
            ? population.host().apply(optima.get(0)).meanJoint()
            : population.information();
    assertThat(values(form, population, optima))
        .allSatisfy(
            value ->
                assertThat((double) value[0]).isCloseTo(expected - offset(form), within(FLOAT)));
  }

  /**
   * The objective is stationary at T*. The penalty leaves it so exactly where its statistic meets
   * its target there: not for the softplus penalty and not for the reference code's NWJ.
   */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("populations")
  void isStationaryAndThePenaltyKeepsItWhereItsTargetIsMet(Form form, Population population) {
    double[] optimum = optimum(form, population, level(form));
    double statistic = population.mean(form.host().statistic(), optimum);
    boolean held = form.statistic().isPresent();
    Loss plain = new Loss(form.toString(), form.loss().bound(), Optional.empty());

    assertThat(largestSlope(form, population, plain, optimum)).isLessThan(FLOAT);
    if (held && Math.abs(statistic - form.loss().regularizer().orElseThrow().target()) > 1e-9) {
      assertThat(largestSlope(form, population, form.loss(), optimum)).isGreaterThan(0.01);
      assertThat(form.toString())
          .isIn("rejs/paper", "rejs/code", "renwj/code", "remine/norm", "remine/ema", "retuba/ema");
    } else {
      assertThat(largestSlope(form, population, form.loss(), optimum)).isLessThan(FLOAT);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("populations")
  void theObjectiveFallsInEveryDirection(Form form, Population population) {
    double[] optimum = optimum(form, population, level(form));
    SplittableRandom random = new SplittableRandom(7);
    double best = population.mean(form.host().objective(), optimum);
    for (int i = 0; i < 50; i++) {
      double[] aside = DiscretePair.critic(c -> optimum[c] + random.nextDouble(-0.5, 0.5));
      assertThat(population.mean(form.host().objective(), aside)).isLessThanOrEqualTo(best + 1e-12);
    }
  }

  /** Estimates that are no bounds are left out. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("populations")
  void noCriticPassesTheInformation(Form form, Population population) {
    SplittableRandom random = new SplittableRandom(1);
    List<double[]> critics = new ArrayList<>();
    double[] ratio = population.logRatioPlus(0);
    for (double spread : new double[] {0.1, 1, 4, 30}) {
      for (double scale : new double[] {0, 1, 0, 1, 1}) {
        critics.add(
            DiscretePair.critic(c -> scale * ratio[c] + random.nextDouble(-spread, spread)));
      }
    }
    if (form.properties().value().side() != Properties.Side.ESTIMATE) {
      assertThat(values(form, population, critics))
          .allSatisfy(
              value ->
                  assertThat((double) value[0])
                      .isLessThanOrEqualTo(population.information() + 30 * FLOAT));
    }
  }

  /**
   * Rows that determine their class, scored by log r where that is finite. Against C classes I =
   * log C. Paired by class with n_c of K rows each, P and Q are uniform over S = Σ n_c (n_c − 1)
   * and K (K − 1) pairs, KL(P, Q) = log(K (K − 1)/S), for large K −log Σ p_c²; InfoNCE compares the
   * pairs of each row: Σ n_c (n_c − 1) log((K − 1)/(n_c − 1))/S. Clipping leaves e^−10 and less of
   * the impossible pairs.
   */
  @ParameterizedTest
  @FieldSource("LABELLED")
  void theValueOfRowsThatDetermineTheirClass(Trial trial) {
    int[] counts = {4, 3, 2};
    int[] labels = {0, 0, 0, 0, 1, 1, 1, 2, 2};
    boolean against = trial.layout() == Layout.LABELS;
    double pairs = 0;
    double rows = 0;
    for (int n : counts) {
      pairs += n * (n - 1);
      rows += n * (n - 1) * Math.log(8.0 / (n - 1));
    }
    double information = against ? Math.log(3) : Math.log(72 / pairs);
    double expected = comparesRows(trial.form()) && !against ? rows / pairs : information;
    Optimum optimum = trial.form().properties().objective().optimum();
    Batch batch = Batch.random(trial.layout(), labels, 3, 1, 1);
    double[][] t = batch.map(v -> IMPOSSIBLE).t();
    for (int i = 0; i < t.length; i++) {
      for (int j = 0; j < t[i].length; j++) {
        t[i][j] = batch.joint(i, j) ? information + optimum.level() : t[i][j];
      }
    }
    double average = optimum.level();
    float value =
        TestGraph.value(
            tf ->
                trial
                    .form()
                    .loss()
                    .value(tf, trial.form().scores(tf, batch.with(t).scores(tf), average)));
    double exact = expected - offset(trial.form());
    assertThat((double) value).isBetween(exact - Math.exp(-10) - FLOAT, exact + FLOAT);
  }

  private static double offset(Form form) {
    return form.loss().bound().equals(new JensenShannon(JensenShannon.ReadOut.REFERENCE))
        ? 1 / Math.E
        : 0;
  }

  private static boolean comparesRows(Form form) {
    return form.properties().needs().contains(Need.ROWS);
  }

  private static double[] optimum(Form form, Population population, double level) {
    return comparesRows(form)
        ? population.logRatioOfRowsPlus(level)
        : population.logRatioPlus(level);
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
        : levels(form.properties().objective().optimum())[0];
  }

  /** Where the bound takes a moving average of M, it is that of the whole population. */
  private static List<float[]> values(Form form, Population population, List<double[]> critics) {
    return TestGraph.all(
        tf -> critics.stream().map(critic -> value(tf, form, population, critic)).toList());
  }

  private static Operand<TFloat32> value(
      Ops tf, Form form, Population population, double[] critic) {
    Scores t = population.graph().apply(tf, population.constant(tf, critic));
    return form.loss()
        .value(tf, form.scores(tf, t, population.mean(HostScores::logMeanExpMarginal, critic)));
  }

  private static double largestSlope(Form form, Population population, Loss loss, double[] critic) {
    float[] slopes =
        TestGraph.values(
            tf -> {
              Operand<TFloat32> t = population.constant(tf, critic);
              Scores scores = form.scores(tf, population.graph().apply(tf, t));
              return tf.math.abs(TestGraph.gradient(tf, loss.minimised(tf, scores), t));
            });
    double largest = 0;
    for (float slope : slopes) {
      largest = Math.max(largest, slope);
    }
    return largest;
  }
}
