package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.readout.Averaging;
import org.steadymi.evaluator.readout.Discriminator;
import org.steadymi.evaluator.readout.Estimate;
import org.steadymi.evaluator.readout.InfoNce;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.evaluator.readout.Selection;

/** Read-outs at the optimal critic of a Gaussian, whose scores are known in closed form. */
class MiResultTest {
  private static final double MI = 1;
  private static final int DIM = 2;
  private static final int K = 64;
  private static final double DEVIATIONS = 4;
  private static final Gaussian SOURCE = Gaussian.ofMi(DIM, MI);
  private static final Sampling SAMPLING = new Sampling(Split.REPORT, 200 * K, K, 7);

  /** T = log p(x,y)/(p(x)p(y)) + shift. */
  private static float[] optimal(Rows x, Rows y, double shift) {
    int n = x.count();
    float[] scores = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scores[i * n + j] = (float) (SOURCE.logRatio(x, i, y, j) + shift);
      }
    }
    return scores;
  }

  private static MiResult evaluate(double shift, Sampling sampling) {
    return MiResult.evaluate(
        SOURCE,
        (x, y) -> optimal(x, y, shift),
        sampling,
        Selection.DEFAULT.and(List.of(new Discriminator(0))).withOwn(new InfoNce()));
  }

  private static Estimate reading(MiResult mi, String id, Averaging averaging) {
    return mi.readings().stream()
        .filter(r -> r.readOut().id().equals(id) && r.averaging() == averaging)
        .map(Reading::estimate)
        .findFirst()
        .orElseThrow();
  }

  private static void assertIsTheTruth(Estimate estimate, String what) {
    assertThat(Math.abs(estimate.value() - MI))
        .as(what)
        .isLessThan(DEVIATIONS * estimate.standardError());
    assertThat(estimate.standardError()).as(what).isBetween(1e-4, 0.05);
  }

  @Test
  void readOutsOfTheLogRatioAreTheTruth() {
    MiResult mi = evaluate(0, SAMPLING);
    for (String id : List.of("dv", "smile-10")) {
      assertIsTheTruth(reading(mi, id, Averaging.MACRO), id);
      assertIsTheTruth(reading(mi, id, Averaging.MICRO), id);
    }
    assertIsTheTruth(reading(mi, "tuba", Averaging.BOTH), "tuba");
    assertIsTheTruth(reading(mi, "discriminator", Averaging.BOTH), "discriminator");
    Estimate logMarginal = mi.levels().logMarginal();
    assertThat(Math.abs(logMarginal.value())).isLessThan(DEVIATIONS * logMarginal.standardError());
  }

  @Test
  void nwjIsTheTruthForACriticOneHigher() {
    assertIsTheTruth(reading(evaluate(1, SAMPLING), "nwj", Averaging.BOTH), "nwj");
  }

  @Test
  void theDiscriminatorIsNoBoundButFloStaysOneWhereTheCriticIsOff() {
    MiResult mi = evaluate(3, SAMPLING);
    assertThat(reading(mi, "discriminator", Averaging.BOTH).value()).isGreaterThan(MI + 2.9);
    Estimate flo = reading(mi, "flo", Averaging.BOTH);
    assertThat(flo.value()).isLessThan(MI + DEVIATIONS * flo.standardError());
  }

  @Test
  void aReadOutThatTheBatchesAreTooSmallForIsLeftOut() {
    assertThat(evaluate(0, new Sampling(Split.REPORT, 8, 2, 0)).readings())
        .extracting(r -> r.readOut().id())
        .contains("infonce")
        .doesNotContain("flo");
  }

  @Test
  void infoNceIsBelowTheTruthByNoMoreThanJensensInequalityAllows() {
    // MI − E[InfoNCE] = E log mean_j r_ij ≤ log(1 + (E_Q[r²] − 1)/K), E_Q[r²] = (1 − ρ²)^−d.
    double secondMoment = Math.pow(1 - SOURCE.rho() * SOURCE.rho(), -DIM);
    double gap = Math.log1p((secondMoment - 1) / K);
    Estimate infoNce = reading(evaluate(0, SAMPLING), "infonce", Averaging.BOTH);
    double noise = DEVIATIONS * infoNce.standardError();
    assertThat(infoNce.value()).isBetween(MI - gap - noise, MI + noise);
  }

  @Test
  void theOwnReadOutIsMarkedAndPairsThatFillNoBatchAreLeftOut() {
    MiResult mi = evaluate(0, new Sampling(Split.REPORT, 3 * K + 5, K, 0));
    assertThat(mi.readings().stream().filter(mi::isOwn).map(r -> r.readOut().id()))
        .containsExactly("infonce");
    assertThat(mi.sampling().pairsUsed()).isEqualTo(3 * K);
  }

  @Test
  void theSameSeedGivesTheSameNumbersAndAnotherDoesNot() {
    Sampling few = new Sampling(Split.REPORT, 2 * K, K, 3);
    assertThat(evaluate(0, few)).isEqualTo(evaluate(0, few));
    Sampling other = new Sampling(Split.REPORT, 2 * K, K, 4);
    assertThat(evaluate(0, other).readings()).isNotEqualTo(evaluate(0, few).readings());
  }
}
