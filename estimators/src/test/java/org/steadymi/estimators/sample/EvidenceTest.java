package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.CrossFit.Reading;
import org.steadymi.estimators.sample.Estimate.Independence;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.Estimate.Judgement;
import org.steadymi.estimators.sample.Estimate.References;

/** Evidence of two folds that is made by hand: nothing is estimated. */
class EvidenceTest {
  private static final int ROWS = 1000;

  private static final double TINY = 1e-9;

  private static final Fitted SOUND = critic("js-scores", Diagnosis.State.CONVERGED);

  /** Half a nat on all rows, an error of 0.05, and nothing that speaks against it. */
  private static final class Facts {
    List<Reading> folds = List.of(fold(0.5, 0.5, SOUND), fold(0.5, 0.5, SOUND));
    Interval interval = interval(0.5, 0.05);
    double pValue = 0.005;
    List<BaselineEstimate> baselines = List.of();
    Ceilings ceilings = new Ceilings(OptionalDouble.empty(), OptionalDouble.empty());
    int rows = ROWS;

    Judgement judgement() {
      Points points = new Points(new double[rows], 1);
      return new Evidence(
              new HeldOutReading(folds),
              interval,
              new References(new Independence(pValue, 199), baselines),
              ceilings,
              new Sample(points, points))
          .judgement();
    }

    Verdict verdict() {
      return judgement().verdict();
    }
  }

  private static Interval interval(double value, double error) {
    return new Interval(value - Interval.QUANTILE * error, value + Interval.QUANTILE * error);
  }

  private static Fitted critic(String name, Diagnosis.State state) {
    return new Fitted(name, 1, null, 0.5, new Diagnosis(state, 7, "as was seen"));
  }

  /** Four rows, whose marginal scores are 0: their value is the joint score. */
  private static Reading fold(double value, double onTraining, Fitted... members) {
    float[] scores = new float[16];
    for (int i = 0; i < 4; i++) {
      scores[5 * i] = (float) value;
    }
    Map<Fitted, Integer> votes = new LinkedHashMap<>();
    for (Fitted member : members) {
      votes.put(member, 1);
    }
    return new Reading(
        new Fold(new int[0], new int[0], new int[4]),
        List.of(members),
        new Committee(votes, value, -1, 1),
        onTraining,
        new HeldOutScores(new Blocks(List.of(scores))));
  }

  private static Facts reading(double value, double onTraining, double error) {
    Facts facts = new Facts();
    facts.folds = List.of(fold(value, onTraining, SOUND), fold(value, onTraining, SOUND));
    facts.interval = interval(value, error);
    return facts;
  }

  private static BaselineEstimate baseline(String name, double nats, int rows) {
    return new BaselineEstimate(name, nats, "an estimate", rows, List.of());
  }

  @Test
  void anEstimateWithNothingAgainstItIsTrustworthy() {
    assertThat(new Facts().judgement())
        .isEqualTo(
            new Judgement(
                Verdict.TRUSTWORTHY,
                List.of(
                    "critics read 0.500 nats on their own rows and 0.500 on others;"
                        + " 0 of 199 random orders of Y score at least as well (p = 0.005)")));
  }

  @ParameterizedTest
  @CsvSource({"DRIFTING, drifts", "EXPLODED, exploded"})
  void oneMemberThatDriftsOrExplodedIsUnstable(Diagnosis.State state, String what) {
    Facts facts = new Facts();
    Fitted bad = critic("mine-radial", state);
    facts.folds = List.of(fold(0.5, 0.5, SOUND), fold(0.5, 0.5, SOUND, bad));
    assertThat(facts.judgement())
        .isEqualTo(
            new Judgement(
                Verdict.UNSTABLE, List.of("a critic mine-radial " + what + ": as was seen")));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"DRIFTING", "EXPLODED"})
  void aMemberThatStandsStillOrStillLearnsIsNone(Diagnosis.State state) {
    Facts facts = new Facts();
    facts.folds = List.of(fold(0.5, 0.5, SOUND, critic("mine-radial", state)));
    assertThat(facts.verdict()).isEqualTo(Verdict.TRUSTWORTHY);
  }

  /** Of what was tried, only what was chosen is read. */
  @Test
  void anExplodedCriticThatWasNotChosenDoesNotCount() {
    Facts facts = new Facts();
    Reading fold = fold(0.5, 0.5, SOUND);
    List<Fitted> tried = List.of(SOUND, critic("mine-scores", Diagnosis.State.EXPLODED));
    facts.folds =
        List.of(new Reading(fold.fold(), tried, fold.chosen(), fold.onTraining(), fold.heldOut()));
    assertThat(facts.verdict()).isEqualTo(Verdict.TRUSTWORTHY);
  }

  /** What is no number is neither high nor low: no other reason is given. */
  @Test
  void aFoldWhoseHeldOutValueIsNoNumberIsUnstable() {
    Facts facts = new Facts();
    facts.folds = List.of(fold(0.5, 0.5, SOUND), fold(Double.NaN, 0.5, SOUND));
    facts.interval = new Interval(Double.NaN, Double.NaN);
    facts.baselines = List.of(baseline("ksg1", 0.5, ROWS));
    assertThat(facts.judgement())
        .isEqualTo(
            new Judgement(
                Verdict.UNSTABLE, List.of("the scores of rows that were held out are no numbers")));
  }

  @ParameterizedTest
  @CsvSource({"0.05, TRUSTWORTHY", "0.055, INDEPENDENT"})
  void fromMoreThanFiveInAHundredOrdersOnTheyLookIndependent(double pValue, Verdict verdict) {
    Facts facts = new Facts();
    facts.pValue = pValue;
    assertThat(facts.verdict()).isEqualTo(verdict);
  }

  /** A nat below log N: 0.5 nats are less than log 5 − 1 = 0.61, and more than log 4 − 1 = 0.39. */
  @ParameterizedTest
  @CsvSource({"5, TRUSTWORTHY", "4, AT_CEILING"})
  void withinANatOfTheLogOfTheRowsItIsAtItsCeiling(int rows, Verdict verdict) {
    Facts facts = new Facts();
    facts.rows = rows;
    assertThat(facts.verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nearTheLowerOfTwoEntropiesItIsAtItsCeiling(boolean ofX) {
    double least = 0.5 / 0.98;
    assertThat(besideEntropy(least - TINY, ofX)).isEqualTo(Verdict.AT_CEILING);
    assertThat(besideEntropy(least + TINY, ofX)).isEqualTo(Verdict.TRUSTWORTHY);
  }

  private static Verdict besideEntropy(double lower, boolean ofX) {
    Facts facts = new Facts();
    facts.ceilings =
        new Ceilings(OptionalDouble.of(ofX ? lower : 2), OptionalDouble.of(ofX ? 2 : lower));
    return facts.verdict();
  }

  /** Three errors, or where these are less, one part in fifty. */
  @ParameterizedTest
  @CsvSource({"0.05, 0.15", "0.001, 0.01"})
  void criticsThatKnowTheirOwnRowsTooWellHaveTooLittleData(double error, double most) {
    assertThat(reading(0.5, 0.5 + most - TINY, error).verdict()).isEqualTo(Verdict.TRUSTWORTHY);
    assertThat(reading(0.5, 0.5 + most + TINY, error).verdict()).isEqualTo(Verdict.TOO_LITTLE_DATA);
  }

  /** 0.05 nats above the interval, or where that is more, a tenth of the value. */
  @ParameterizedTest
  @CsvSource({"0.125, 0.05", "0.5, 0.05", "1, 0.1", "2, 0.2"})
  void aBaselineFurtherAboveTheIntervalThanIsAllowedDisagrees(double value, double allowed) {
    Facts facts = reading(value, value, 0.05);
    double most = facts.interval.upper() + allowed;
    facts.baselines = List.of(baseline("ksg1", most - TINY, ROWS));
    assertThat(facts.verdict()).isEqualTo(Verdict.TRUSTWORTHY);
    facts.baselines = List.of(baseline("ksg1", most + TINY, ROWS));
    assertThat(facts.verdict()).isEqualTo(Verdict.BASELINES_DISAGREE);
    assertThat(facts.judgement().reasons())
        .containsExactly("ksg1 reads %.3f nats, above the interval".formatted(most));
  }

  /** Critics see more than neighbours do where there are many columns. */
  @Test
  void aBaselineBelowTheIntervalDoesNotDisagree() {
    Facts facts = new Facts();
    facts.baselines = List.of(baseline("ksg1", 0, ROWS));
    assertThat(facts.verdict()).isEqualTo(Verdict.TRUSTWORTHY);
  }

  /** It reads too much of variables that are far from normal; others beside it count. */
  @Test
  void theGaussianBaselineNeverDisagrees() {
    Facts facts = new Facts();
    BaselineEstimate gaussian = baseline("gaussian", 5, ROWS);
    facts.baselines = List.of(gaussian);
    assertThat(facts.verdict()).isEqualTo(Verdict.TRUSTWORTHY);
    facts.baselines = List.of(gaussian, baseline("ksg1", 5, ROWS));
    assertThat(facts.judgement())
        .isEqualTo(
            new Judgement(
                Verdict.BASELINES_DISAGREE, List.of("ksg1 reads 5.000 nats, above the interval")));
  }

  /** Of more rows than 20,000, a baseline is given as many. */
  @ParameterizedTest
  @CsvSource({"1000, 500", "1001, 500", "20000, 10000", "50000, 10000"})
  void aBaselineOfHalfOfTheRowsDoesNotCount(int rows, int half) {
    Facts facts = new Facts();
    facts.rows = rows;
    facts.baselines = List.of(baseline("plug-in", 5, half));
    assertThat(facts.verdict()).isEqualTo(Verdict.TRUSTWORTHY);
    facts.baselines = List.of(baseline("plug-in", 5, half + 1));
    assertThat(facts.verdict()).isEqualTo(Verdict.BASELINES_DISAGREE);
  }

  /** Everything speaks against it; then what came first is taken away, again and again. */
  @Test
  void ofSeveralVerdictsTheFirstIsGivenAndAllReasons() {
    Facts facts = reading(0.5, 0.9, 0.05);
    Fitted bad = critic("mine-radial", Diagnosis.State.DRIFTING);
    facts.folds = List.of(fold(0.5, 0.9, bad), fold(0.5, 0.9, SOUND));
    facts.pValue = 0.5;
    facts.ceilings = new Ceilings(OptionalDouble.empty(), OptionalDouble.of(0.5));
    facts.baselines = List.of(baseline("ksg1", 2, ROWS));
    List<Runnable> mended =
        List.of(
            () -> facts.folds = reading(0.5, 0.9, 0.05).folds,
            () -> facts.pValue = 0.005,
            () -> facts.ceilings = new Facts().ceilings,
            () -> facts.folds = new Facts().folds,
            () -> facts.baselines = List.of());
    List<String> reasons =
        new ArrayList<>(
            List.of("drifts", "random orders", "entropy", "their own rows", "above the interval"));
    List<Verdict> found = new ArrayList<>();
    for (Runnable next : mended) {
      Judgement judgement = facts.judgement();
      found.add(judgement.verdict());
      assertThat(judgement.reasons()).hasSameSizeAs(reasons);
      for (int i = 0; i < reasons.size(); i++) {
        assertThat(judgement.reasons().get(i)).contains(reasons.get(i));
      }
      reasons.remove(0);
      next.run();
    }
    found.add(facts.verdict());
    assertThat(found)
        .containsExactly(
            Verdict.UNSTABLE,
            Verdict.INDEPENDENT,
            Verdict.AT_CEILING,
            Verdict.TOO_LITTLE_DATA,
            Verdict.BASELINES_DISAGREE,
            Verdict.TRUSTWORTHY);
  }
}
