package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.Diagnosis.State;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Metric;

/** Training where it goes wrong, with steps so large that it soon does. */
class InstabilityTest {
  private static LoopSettings loop(int batch, int seed) {
    return new LoopSettings(batch, 4, seed, "");
  }

  /** Whatever became of it, a run gives a finite number from a sound critic. */
  private static void assertEndsWithTheLastGoodState(TrainingConfig config, TrainingResult result) {
    Curve curve = result.curve();
    assertThat(curve.firstNonFinite()).isGreaterThanOrEqualTo(curve.steps() - 1);
    assertThat(result.diagnosis()).isEqualTo(Diagnostics.of(curve));
    assertThat(result.selected().step()).isLessThanOrEqualTo(curve.steps());
    if (result.diagnosis().state() == State.EXPLODED) {
      assertThat(result.selected().step()).isLessThan(result.diagnosis().step());
      assertThat(result.diagnosis().reason()).startsWith("at step " + result.diagnosis().step());
    }
    assertThat(result.report().mean()).isFinite();
    assertThat(result.report().standardError()).isFinite();
    assertThat(result.selected().objective()).isFinite();
    assertThat(result.selected().value()).isFinite();
    for (float parameter : result.selected().parameters()) {
      assertThat(Float.isFinite(parameter)).isTrue();
    }
    try (FrozenCritic selection = new FrozenCritic(config, Split.SELECTION, 8, 1)) {
      Curve judged = selection.measure(result.selected().parameters()).get(0);
      assertThat(Diagnostics.explosionFree(judged)).isTrue();
    }
  }

  @Test
  void aReplicaThatExplodesEndsWithItsLastGoodStateAndTheOthersGoOn() {
    TrainingConfig config = OneHotRuns.config("nwj", 16, 0.6, loop(32, 0));
    List<TrainingResult> results = OneHotRuns.train(config, new Schedule(300, 15, 8, 32));
    assertThat(results).allSatisfy(result -> assertEndsWithTheLastGoodState(config, result));
    assertThat(results)
        .filteredOn(r -> r.diagnosis().state() == State.EXPLODED)
        .hasSizeBetween(1, 3)
        .allSatisfy(r -> assertThat(r.selected().step()).isPositive())
        .allSatisfy(r -> assertThat(r.report().mean()).isPositive())
        .allSatisfy(r -> assertThat(r.curve().firstNonFinite()).isEqualTo(r.curve().steps() - 1));
    assertThat(results)
        .filteredOn(r -> r.diagnosis().state() != State.EXPLODED)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.curve().steps()).isEqualTo(300));
  }

  @Test
  void trainingEndsWhenNoReplicaIsLeft() {
    TrainingConfig config =
        OneHotRuns.config("nwj", 16, 1, loop(32, 0).withReplicas(2)).with(new Schedule(3000));
    List<Integer> looked = new ArrayList<>();
    List<TrainingResult> results =
        new Trainer(config, (done, total, value) -> looked.add(done)).train();
    assertThat(results)
        .allSatisfy(result -> assertEndsWithTheLastGoodState(config, result))
        .allSatisfy(r -> assertThat(r.diagnosis().state()).isEqualTo(State.EXPLODED));
    int last = results.stream().mapToInt(r -> r.curve().steps()).max().orElseThrow();
    assertThat(looked.get(looked.size() - 1)).isBetween(last, last + 149).isLessThan(3000);
  }

  /**
   * SMILE that maximises its own clipped value is unbounded, so an exploded state has by far the
   * highest objective of all; looked at after every step, it must not be selected.
   */
  @Test
  void anExplosionIsNotSelectedForItsObjective() {
    TrainingConfig config = OneHotRuns.config("smile:variant=clipped", 16, 2, loop(32, 2));
    List<TrainingResult> results = OneHotRuns.train(config, new Schedule(100, 1, 4, 4));
    assertThat(results)
        .allSatisfy(result -> assertEndsWithTheLastGoodState(config, result))
        .anySatisfy(r -> assertThat(r.diagnosis().state()).isEqualTo(State.EXPLODED));
  }

  /** The last update of a run can explode too; no step of training follows that would show it. */
  @Test
  void anExplosionAtTheVeryEndIsNotSelectedEither() {
    TrainingConfig config = OneHotRuns.config("smile:variant=clipped", 16, 2, loop(32, 1));
    int first =
        OneHotRuns.train(config, new Schedule(100, 1, 4, 4)).stream()
            .map(TrainingResult::diagnosis)
            .filter(diagnosis -> diagnosis.state() == State.EXPLODED)
            .mapToInt(Diagnosis::step)
            .min()
            .orElseThrow();
    List<TrainingResult> results = OneHotRuns.train(config, new Schedule(first, 1, 4, 4));
    assertThat(results)
        .allSatisfy(result -> assertThat(result.curve().steps()).isEqualTo(first))
        .allSatisfy(result -> assertEndsWithTheLastGoodState(config, result));
  }

  /** Choi and Lee 2022, section 3: the terms of MINE drift at batch 100, those of ReMINE do not. */
  @Test
  void mineDriftsAndRemineDoesNot() {
    Schedule schedule = new Schedule(1000, 250, 8, 32);
    assertThat(OneHotRuns.train(OneHotRuns.config("mine", 64, 0.1, loop(100, 0)), schedule))
        .allSatisfy(r -> assertThat(r.diagnosis().state()).isEqualTo(State.DRIFTING))
        .allSatisfy(r -> assertThat(r.report().mean()).isBetween(2.4, 3.1));
    assertThat(OneHotRuns.train(OneHotRuns.config("remine", 64, 0.1, loop(100, 0)), schedule))
        .allSatisfy(r -> assertThat(r.diagnosis().state()).isEqualTo(State.CONVERGED))
        .allSatisfy(r -> assertThat(last(r, Metric.LOG_MARGINAL)).isBetween(-0.3, 0.3))
        .allSatisfy(r -> assertThat(r.report().mean()).isBetween(2.4, 3.1));
  }

  private static double last(TrainingResult result, Metric metric) {
    double[] series = result.curve().series(metric);
    return java.util.Arrays.stream(series, series.length - 100, series.length)
        .average()
        .orElseThrow();
  }
}
