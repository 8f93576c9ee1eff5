package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.readout.Averaging;
import org.steadymi.evaluator.readout.Estimate;
import org.steadymi.evaluator.readout.InfoNce;
import org.steadymi.evaluator.readout.Layout;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.evaluator.readout.Selection;

/** Sources that pair rows by their class, at the optimal critic, where the truth is a sum. */
class PairingTest {
  private static final int K = 12;
  private static final int BATCHES = 1500;
  private static final Sampling SAMPLING = new Sampling(Split.REPORT, BATCHES * K, K, 3);
  private static final double DEVIATIONS = 4;

  private static int hot(Rows rows, int row) {
    int hot = 0;
    while (rows.at(row, hot) == 0) {
      hot++;
    }
    return hot;
  }

  private static PairScorer optimal(Pairing pairing, double shift) {
    return (x, y) -> {
      float[] scores = new float[x.count() * y.count()];
      for (int i = 0; i < scores.length; i++) {
        int a = hot(x, i / y.count());
        int b = hot(y, i % y.count());
        double logRatio =
            pairing == Pairing.LABELS
                ? LabelledSymbols.logRatioOfClass(a, b)
                : LabelledSymbols.logRatioOfRows(a, b);
        scores[i] = (float) (logRatio + shift);
      }
      return scores;
    };
  }

  private static MiResult evaluate(Pairing pairing, double shift) {
    return MiResult.evaluate(
        new LabelledSymbols(pairing), optimal(pairing, shift), SAMPLING, Selection.DEFAULT);
  }

  private static List<Estimate> readings(MiResult mi, String id) {
    return mi.readings().stream()
        .filter(reading -> reading.readOut().id().equals(id))
        .map(Reading::estimate)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"LABELS", "SAME_LABEL"})
  void linearReadOutsOfTheirOptimalCriticAreTheTruth(Pairing pairing) {
    double truth = new LabelledSymbols(pairing).trueMi().orElseThrow();
    for (Estimate estimate : readings(evaluate(pairing, 0), "tuba")) {
      assertThat(Math.abs(estimate.value() - truth))
          .isLessThan(DEVIATIONS * estimate.standardError());
      assertThat(estimate.standardError()).isBetween(1e-4, 0.02);
    }
    for (Estimate estimate : readings(evaluate(pairing, 1), "nwj")) {
      assertThat(Math.abs(estimate.value() - truth))
          .isLessThan(DEVIATIONS * estimate.standardError());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LABELS", "SAME_LABEL"})
  void pooledReadOutsWithALogarithmAreTheTruth(Pairing pairing) {
    double truth = new LabelledSymbols(pairing).trueMi().orElseThrow();
    for (String id : List.of("dv", "smile-10")) {
      Estimate micro = readings(evaluate(pairing, 0), id).get(1);
      assertThat(Math.abs(micro.value() - truth)).isLessThan(DEVIATIONS * micro.standardError());
    }
  }

  @Test
  void infoNceOfTheClassesIsExactForABatch() {
    // mean_c exp(T) = 1 for every row: log C + T − logsumexp T = T, whose mean is the truth.
    MiResult mi = evaluate(Pairing.LABELS, 0);
    Estimate infoNce = readings(mi, "infonce").get(0);
    assertThat(infoNce.value()).isCloseTo(mi.levels().joint().value(), within(1e-6));
    assertThat(mi.ceiling(new InfoNce())).hasValue(Math.log(LabelledSymbols.CLASSES));
  }

  @Test
  void infoNceOfRowsIsBelowTheTruthByNoMoreThanJensensInequalityAllows() {
    // One joint score and K − 2 independent ones: I − E ≤ log(1 + (E_P[r] − 1) / (K − 1)).
    MiResult mi = evaluate(Pairing.SAME_LABEL, 0);
    double truth = new LabelledSymbols(Pairing.SAME_LABEL).trueMi().orElseThrow();
    Estimate micro = readings(mi, "infonce").get(1);
    double noise = DEVIATIONS * micro.standardError();
    assertThat(micro.value())
        .isBetween(truth - Math.log1p(meanRatio() / (K - 1)) - noise, truth + noise);
    assertThat(mi.ceiling(new InfoNce())).hasValue(Math.log(K - 1));
  }

  /** E_P[r] for two rows of one class. */
  private static double meanRatio() {
    double mean = 0;
    for (int a = 0; a < LabelledSymbols.SYMBOLS; a++) {
      for (int b = 0; b < LabelledSymbols.SYMBOLS; b++) {
        mean += LabelledSymbols.together(a, b) * Math.exp(LabelledSymbols.logRatioOfRows(a, b));
      }
    }
    return mean;
  }

  @Test
  void aReadOutThatNeedsIndependentMarginalPairsIsLeftOut() {
    for (Pairing pairing : List.of(Pairing.LABELS, Pairing.SAME_LABEL)) {
      assertThat(readings(evaluate(pairing, 0), "flo")).isEmpty();
    }
  }

  @Test
  void rowsOfOneClassAreAveragedBothWaysWhateverTheFormula() {
    assertThat(evaluate(Pairing.SAME_LABEL, 0).readings())
        .extracting(Reading::averaging)
        .containsOnly(Averaging.MACRO, Averaging.MICRO);
    assertThat(evaluate(Pairing.LABELS, 0).readings())
        .extracting(Reading::averaging)
        .contains(Averaging.BOTH);
  }

  @Test
  void pairsAreCounted() {
    MiResult labels = evaluate(Pairing.LABELS, 0);
    assertThat(labels.counts().layout()).isEqualTo(Layout.labels(K, LabelledSymbols.CLASSES));
    assertThat(labels.counts().jointPairs()).isEqualTo((long) BATCHES * K);
    assertThat(labels.counts().marginalPairs())
        .isEqualTo((long) BATCHES * K * LabelledSymbols.CLASSES);
    MiResult rows = evaluate(Pairing.SAME_LABEL, 0);
    assertThat(rows.counts().layout()).isEqualTo(Layout.sameLabel(K));
    assertThat(rows.counts().marginalPairs()).isEqualTo((long) BATCHES * K * (K - 1));
    double share = (double) rows.counts().jointPairs() / rows.counts().marginalPairs();
    assertThat(share).isCloseTo(1.0 / LabelledSymbols.CLASSES, within(0.01));
  }

  @Test
  void batchesWithoutAJointPairEnterNoNumber() {
    // Two rows are of different classes twice in three batches of two.
    Sampling two = new Sampling(Split.REPORT, 600, 2, 1);
    LabelledSymbols source = new LabelledSymbols(Pairing.SAME_LABEL);
    MiResult mi = MiResult.evaluate(source, optimal(Pairing.SAME_LABEL, 0), two, Selection.DEFAULT);
    assertThat(mi.counts().emptyBatches()).isBetween(150L, 250L);
    assertThat(mi.counts().jointPairs()).isEqualTo(2 * (300 - mi.counts().emptyBatches()));
    assertThat(mi.readings()).allSatisfy(r -> assertThat(r.estimate().finite()).isTrue());
  }

  @Test
  void noJointPairAtAllIsSaid() {
    Sampling one = new Sampling(Split.REPORT, 2, 2, seedOfDifferentClasses());
    LabelledSymbols source = new LabelledSymbols(Pairing.SAME_LABEL);
    PairScorer critic = optimal(Pairing.SAME_LABEL, 0);
    assertThatThrownBy(() -> MiResult.evaluate(source, critic, one, Selection.DEFAULT))
        .hasMessage(
            "labelled-symbols: no batch of 2 rows holds two of one class; use a larger --batch");
  }

  private static long seedOfDifferentClasses() {
    LabelledSymbols source = new LabelledSymbols(Pairing.SAME_LABEL);
    IntBinaryOperator label =
        (seed, row) -> {
          Sampling sampling = new Sampling(Split.REPORT, 2, 2, seed);
          return source
              .labelledDraws()
              .orElseThrow()
              .rows(Split.REPORT, sampling.seedOf(0), 2)
              .labels()[row];
        };
    int seed = 0;
    while (label.applyAsInt(seed, 0) == label.applyAsInt(seed, 1)) {
      seed++;
    }
    return seed;
  }
}
