package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.SpecException;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.sample.Estimate.FoldEstimate;

class EstimateTest {
  private static final EstimateOptions NORMAL = EstimateOptions.DEFAULTS.withMethod("normal");

  private static Estimate estimate(Sample sample, EstimateOptions options) {
    return Estimate.of(new Variable(sample.x(), false), new Variable(sample.y(), false), options);
  }

  /**
   * The pointwise ratio of a bivariate normal has the variance ρ²: the error is ρ/√N. A bootstrap
   * of 200 errs by 1/20, the variance of N rows by √(8/N) of itself, which makes 0.06 of the error,
   * and four of that 0.24. The deviation between five folds counts where it is more: in one sample
   * of 1,000 it is 2.15 times as much, where χ² of four degrees is 18.5. The truth is within four
   * errors.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.8, 0.95})
  void normalsOfKnownInformation(double correlation) {
    Estimate estimate = estimate(Numbers.correlated(2000, 1, correlation, 1), NORMAL);
    double truth = -0.5 * Math.log(1 - correlation * correlation);
    double error = estimate.interval().error(estimate.nats());
    double expected = correlation / Math.sqrt(2000);
    assertThat(error).isBetween(0.75 * expected, 2.15 * expected);
    assertThat(estimate.nats()).isCloseTo(truth, within(4 * error));
    assertThat(estimate.bits()).isEqualTo(estimate.nats() / Math.log(2));
    assertThat(estimate.judgement().verdict()).isEqualTo(Verdict.TRUSTWORTHY);
    assertThat(estimate.independence().pValue()).isEqualTo(1 / 200.0);
    assertThat(estimate.normalised().get(0).value())
        .isCloseTo(Math.sqrt(-Math.expm1(-2 * estimate.nats())), within(1e-12));
    assertThat(estimate.baselines())
        .extracting(BaselineEstimate::name)
        .containsExactly("ksg1", "gaussian");
  }

  /** The mean of pointwise values of a fold is its value. */
  @Test
  void foldsAndRowsAddUp() {
    Estimate estimate = estimate(Numbers.correlated(503, 2, 0.7, 2), NORMAL);
    assertThat(estimate.folds())
        .extracting(FoldEstimate::rows)
        .containsExactly(100, 101, 100, 101, 101);
    double sum = estimate.folds().stream().mapToDouble(f -> f.rows() * f.nats()).sum();
    assertThat(estimate.nats()).isCloseTo(sum / 503, within(1e-9));
    assertThat(Arrays.stream(estimate.pointwise()).average().orElseThrow())
        .isCloseTo(estimate.nats(), within(1e-6));
    assertThat(estimate.rows()).isEqualTo(503);
  }

  @Test
  void theSameSeedGivesTheSame() {
    Sample sample = Numbers.correlated(300, 1, 0.7, 3);
    Estimate once = estimate(sample, NORMAL.withThreads(1));
    Estimate twice = estimate(sample, NORMAL.withThreads(2));
    assertThat(twice.nats()).isEqualTo(once.nats());
    assertThat(twice.interval()).isEqualTo(once.interval());
    assertThat(twice.independence()).isEqualTo(once.independence());
    assertThat(estimate(sample, NORMAL.withSeed(2)).nats()).isNotEqualTo(once.nats());
  }

  /**
   * At 5 %: of 40 independent samples, 2 are expected; more than 6 have p = 0.003. As many
   * intervals may miss the truth, which is 0 here. They are wider than they need be, for the value
   * on training rows is above 0: that they miss less often is no error.
   */
  @Test
  void independentVariablesAreFoundIndependent() {
    List<Estimate> estimates =
        IntStream.range(0, 40)
            .mapToObj(
                seed ->
                    estimate(
                        new Sample(
                            Numbers.normal(120, 1, seed), Numbers.normal(120, 1, 500 + seed)),
                        NORMAL.withPermutations(39)))
            .toList();
    assertThat(estimates)
        .filteredOn(e -> e.judgement().verdict() != Verdict.INDEPENDENT)
        .hasSizeLessThanOrEqualTo(6);
    assertThat(estimates).filteredOn(e -> !e.interval().contains(0)).hasSizeLessThanOrEqualTo(6);
  }

  /** y is the sign of x with one in ten turned: log 2 − H(0.1) = 0.3681 nats. */
  @Test
  void aTrainedCriticOfASymbol() {
    double[][] x = new double[300][1];
    int[] y = new int[300];
    java.util.Random random = new java.util.Random(4);
    for (int i = 0; i < x.length; i++) {
      x[i][0] = random.nextGaussian();
      y[i] = (x[i][0] > 0) == (random.nextDouble() < 0.9) ? 1 : 0;
    }
    Estimate estimate =
        Estimate.of(
            Variable.continuous(x), Variable.discrete(y), EstimateOptions.DEFAULTS.withFolds(2));
    assertThat(estimate.interval().contains(0.3681)).isTrue();
    assertThat(estimate.nats()).isBetween(0.2, 0.45);
    assertThat(estimate.baselines()).extracting(BaselineEstimate::name).containsExactly("ross");
    assertThat(estimate.normalised())
        .extracting(Estimate.Normalised::name)
        .containsExactly("I / H(Y)");
  }

  /** Thirty correlations, each of 0.144 nats, count and not only the greatest of them. */
  @Test
  void informationThatIsSpreadOverManyColumns() {
    Estimate estimate = estimate(Numbers.correlated(5000, 30, 0.5, 2), NORMAL);
    double pair = -0.5 * Math.log(1 - 0.25);
    assertThat(estimate.nats()).isBetween(27 * pair, 30 * pair + 0.1);
  }

  /** Forty columns in 300 rows: correlations of chance fill the gap between own rows and others. */
  @Test
  void criticsKnowTheirOwnRowsTooWell() {
    Estimate estimate = estimate(Numbers.correlated(300, 20, 0.5, 3), NORMAL);
    assertThat(estimate.judgement().verdict()).isEqualTo(Verdict.TOO_LITTLE_DATA);
    assertThat(estimate.judgement().reasons())
        .anySatisfy(reason -> assertThat(reason).contains("with more rows they would read more"));
  }

  /** Y is X: the entropy, log 4, is all there can be. */
  @Test
  void aSymbolThatDeterminesAnother() {
    int[] symbols = IntStream.range(0, 400).map(i -> i % 4).toArray();
    Variable variable = Variable.discrete(symbols);
    Estimate estimate = Estimate.of(variable, variable, EstimateOptions.DEFAULTS.withFolds(2));
    assertThat(estimate.interval().upper()).isLessThanOrEqualTo(Math.log(4) + 1e-9);
    assertThat(estimate.judgement().verdict()).isEqualTo(Verdict.AT_CEILING);
    assertThat(estimate.baselines()).extracting(BaselineEstimate::name).containsExactly("plug-in");
  }

  /** Pairs of two rows of a part are of different classes more often than any two are. */
  @Test
  void noValuePassesTheEntropy() {
    int[] symbols = IntStream.range(0, 50).map(i -> i % 2).toArray();
    double[][] numbers =
        Arrays.stream(symbols).mapToObj(s -> new double[] {20.0 * s}).toArray(double[][]::new);
    for (int row = 0; row < 50; row++) {
      numbers[row][0] += row / 100.0;
    }
    Estimate estimate =
        Estimate.of(
            Variable.continuous(numbers), Variable.discrete(symbols), EstimateOptions.DEFAULTS);
    assertThat(estimate.nats()).isGreaterThan(0.6).isLessThanOrEqualTo(Math.log(2) + 1e-9);
    assertThat(estimate.interval().lower()).isLessThanOrEqualTo(estimate.nats());
    assertThat(estimate.interval().upper()).isGreaterThanOrEqualTo(estimate.nats());
    assertThat(estimate.judgement().verdict()).isEqualTo(Verdict.AT_CEILING);
  }

  /** 46 nats in 300 rows, and infinitely many: no value is above what a part's pairs can tell. */
  @ParameterizedTest
  @ValueSource(doubles = {0.995, 1})
  void moreThanSoManyRowsCanTell(double correlation) {
    Estimate estimate = estimate(Numbers.correlated(300, 20, correlation, 5), NORMAL);
    assertThat(estimate.nats()).isBetween(Math.log(300), Math.log(60 * 59) + 1e-9);
    assertThat(estimate.interval().lower()).isLessThanOrEqualTo(estimate.nats());
    assertThat(estimate.interval().upper()).isGreaterThanOrEqualTo(estimate.nats()).isFinite();
    assertThat(estimate.judgement().verdict()).isEqualTo(Verdict.AT_CEILING);
  }

  /** Y is e^X: the same ranks, so that the closed form has a correlation of 1. */
  @Test
  void aVariableThatDeterminesAnother() {
    double[][] x = new double[120][1];
    double[][] y = new double[120][1];
    java.util.Random random = new java.util.Random(6);
    for (int i = 0; i < x.length; i++) {
      x[i][0] = random.nextGaussian();
      y[i][0] = Math.exp(x[i][0]);
    }
    Estimate estimate = Estimate.of(Variable.continuous(x), Variable.continuous(y), NORMAL);
    assertThat(estimate.interval().lower()).isFinite().isPositive();
    assertThat(estimate.interval().upper()).isFinite();
    assertThat(estimate.judgement().verdict()).isEqualTo(Verdict.AT_CEILING);
  }

  @Test
  void foldsHoldEveryRowOutOnce() {
    List<Fold> folds = Fold.of(103, 5, 7);
    BitSet heldOut = new BitSet();
    for (Fold fold : folds) {
      BitSet all = new BitSet();
      IntStream.of(fold.training()).forEach(all::set);
      IntStream.of(fold.selection()).forEach(all::set);
      IntStream.of(fold.heldOut()).forEach(all::set);
      assertThat(all.cardinality()).isEqualTo(103);
      assertThat(fold.training().length + fold.selection().length + fold.heldOut().length)
          .isEqualTo(103);
      IntStream.of(fold.heldOut()).forEach(heldOut::set);
    }
    assertThat(heldOut.cardinality()).isEqualTo(103);
    assertThat(folds.stream().mapToInt(f -> f.heldOut().length).sum()).isEqualTo(103);
  }

  @Test
  void wrongInputIsOneLine() {
    assertRefused(
        () -> Estimate.of(new double[49][1], new double[49][1]),
        "estimate: expected 50 rows or more for 5 folds, found 49");
    assertRefused(
        () ->
            Estimate.of(
                new Variable(Numbers.normal(60, 1, 1), false),
                new Variable(Numbers.normal(60, 1, 2), false),
                NORMAL.withFolds(7)),
        "estimate: expected 70 rows or more for 7 folds, found 60");
    assertRefused(
        () -> Estimate.of(new double[60][1], new double[61][1]),
        "estimate: expected as many rows of y as of x, found 60 of x and 61 of y");
    assertRefused(
        () -> EstimateOptions.DEFAULTS.withFolds(1),
        "estimate: expected at least 2 folds, found 1");
    assertRefused(
        () -> EstimateOptions.DEFAULTS.withPermutations(18),
        "estimate: expected at least 19 permutations, found 18");
    assertThatThrownBy(() -> EstimateOptions.DEFAULTS.withMethod("minne"))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("unknown method 'minne' (did you mean mine?), known: auto, normal")
        .hasMessageEndingWith(", or a candidate by itself, such as js-scores");
    assertThatThrownBy(() -> EstimateOptions.DEFAULTS.withMethod("smile-score"))
        .hasMessageContaining("(did you mean smile-scores?)");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
