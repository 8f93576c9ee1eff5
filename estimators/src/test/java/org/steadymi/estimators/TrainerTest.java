package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.Optimizer;

class TrainerTest {
  private static final int STEPS = 800;
  private static final PairSource SOURCE = Gaussian.ofMi(2, 1);

  private static TrainingConfig config(String loss) {
    return TrainingConfig.of(
            SOURCE,
            CriticSpecs.parse("separable:hidden=32,layers=2,features=16", SOURCE),
            Losses.named(loss))
        .with(new Optimizer.Adam(3e-3))
        .with(new Schedule(STEPS, 100, 32, 256));
  }

  private static List<TrainingResult> train(TrainingConfig config) {
    return new Trainer(config, TrainingProgress.NONE).train();
  }

  /**
   * Both values are, over batches that the critic has not seen, lower bounds in expectation: the
   * mean may pass the truth by sampling error only. How far below it lies is the critic's loss.
   */
  @ParameterizedTest
  @ValueSource(strings = {"infonce", "nwj"})
  void theReportIsCloseToTheTruthAndNotAboveIt(String loss) {
    TrainingResult result = train(config(loss)).get(0);
    BatchMean report = result.report();
    assertThat(report.batches()).isEqualTo(256);
    assertThat(report.standardError()).isBetween(0.001, 0.02);
    assertThat(report.mean()).isBetween(0.85, 1 + 4 * report.standardError());
    assertThat(result.curve().steps()).isEqualTo(STEPS);
    assertThat(result.curve().firstStep()).isZero();
    assertThat(result.diagnosis().state()).isNotEqualTo(Diagnosis.State.EXPLODED);
  }

  /** The objective of InfoNCE is its value, of which progress tells. */
  @Test
  void theCheckpointWithTheHighestObjectiveIsSelected() {
    List<Integer> steps = new ArrayList<>();
    List<Double> objectives = new ArrayList<>();
    TrainingProgress progress =
        (done, total, value) -> {
          assertThat(total).isEqualTo(STEPS);
          steps.add(done);
          objectives.add(value);
        };
    Checkpoint selected = new Trainer(config("infonce"), progress).train().get(0).selected();
    assertThat(steps).containsExactly(100, 200, 300, 400, 500, 600, 700, 800);
    double best = Collections.max(objectives);
    assertThat(objectives.indexOf(best)).as("a choice to be made").isLessThan(7);
    assertThat(selected.step()).isEqualTo(steps.get(objectives.indexOf(best)));
    assertThat(selected.objective()).isEqualTo(best);
    assertThat(selected.value()).isEqualTo(best);
  }

  @ParameterizedTest
  @CsvSource({"mine, 1", "mine:variant=ema, 2", "mine:variant=log-sum-exp, 2", "js, 1"})
  void whatCheckpointsAreComparedBy(String loss, double expected) {
    TrainingConfig config =
        TrainingConfig.of(SOURCE, config("mine").critic(), LossSpecs.parse(loss));
    assertThat(config.criterion(new Checkpoint(0, 1, 2, 3, new float[0]))).isEqualTo(expected);
  }

  /** An objective that rises with the critic's level says nothing about the critic. */
  @Test
  void whereTheLevelMovesTheObjectiveTheHighestValueIsSelected() {
    TrainingConfig usual = config("mine");
    TrainingConfig config =
        TrainingConfig.of(SOURCE, usual.critic(), LossSpecs.parse("mine:variant=log-sum-exp"))
            .with(usual.optimizer())
            .with(usual.schedule());
    List<Checkpoint> all = new ArrayList<>();
    List<TrainingResult> results =
        new Trainer(config, TrainingProgress.NONE, look -> all.add(look.selected())).train();
    Comparator<Checkpoint> byValue = Comparator.comparingDouble(Checkpoint::value);
    Comparator<Checkpoint> byObjective = Comparator.comparingDouble(Checkpoint::objective);
    assertThat(results.get(0).selected().step())
        .isEqualTo(Collections.max(all, byValue).step())
        .isNotEqualTo(Collections.max(all, byObjective).step());
  }

  @Test
  void theReportIsTheSelectedCriticOnTheReportSplit() {
    TrainingConfig config = config("smile").with(new Schedule(60, 20, 4, 16));
    TrainingResult result = train(config).get(0);
    try (FrozenCritic selection = new FrozenCritic(config, Split.SELECTION, 4, 1);
        FrozenCritic report = new FrozenCritic(config, Split.REPORT, 16, 1)) {
      Curve judged = selection.measure(result.selected().parameters()).get(0);
      assertThat(BatchMean.of(judged.series(Metric.OBJECTIVE)).mean())
          .isEqualTo(result.selected().objective());
      assertThat(BatchMean.of(judged.series(Metric.VALUE)).mean())
          .isEqualTo(result.selected().value())
          .isNotEqualTo(result.selected().objective());
      assertThat(Levels.pooled(judged.series(Metric.LOG_MARGINAL)))
          .isEqualTo(result.selected().logMarginal());
      Curve reported = report.measure(result.selected().parameters()).get(0);
      assertThat(BatchMean.of(reported.series(Metric.VALUE))).isEqualTo(result.report());
      assertThat(reported.at(0, Metric.VALUE)).isNotEqualTo(judged.at(0, Metric.VALUE));
    }
  }

  @Test
  void theSameSeedGivesTheSameResultsAndAnotherSeedOthers() {
    TrainingConfig config = config("remine").with(new Schedule(50, 20, 4, 4));
    TrainingResult first = train(config).get(0);
    TrainingResult again = train(config).get(0);
    assertThat(again.curve().values()).isEqualTo(first.curve().values());
    assertThat(again.selected()).usingRecursiveComparison().isEqualTo(first.selected());
    assertThat(again.report()).isEqualTo(first.report());
    assertThat(again.diagnosis()).isEqualTo(first.diagnosis());
    TrainingResult other = train(config.with(new LoopSettings(64, 1))).get(0);
    assertThat(other.curve().values()[0]).isNotEqualTo(first.curve().values()[0]);
  }

  @Test
  void replicasAreCriticsOfTheirOwn() {
    List<TrainingResult> results =
        train(
            config("mine")
                .with(new Schedule(50, 20, 4, 4))
                .with(new LoopSettings(64, 0).withReplicas(3)));
    assertThat(results).extracting(TrainingResult::replica).containsExactly(0, 1, 2);
    assertThat(results)
        .extracting(r -> r.curve().at(0, Metric.VALUE))
        .as("initial weights and batches")
        .doesNotHaveDuplicates();
    assertThat(results).extracting(r -> r.report().mean()).doesNotHaveDuplicates();
    assertThat(results).allSatisfy(r -> assertThat(r.curve().steps()).isEqualTo(50));
  }

  @Test
  void theLastStateIsAlwaysLookedAt() {
    List<Integer> looked = new ArrayList<>();
    new Trainer(
            config("infonce").with(new Schedule(7, 5, 1, 1)),
            (done, total, value) -> looked.add(done))
        .train();
    assertThat(looked).containsExactly(5, 7);
  }
}
