package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.OneHot;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.Diagnosis.State;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.ConcatCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.Optimizer;

/**
 * Training where it goes wrong: 16 one-hot symbols, y = x, gradient descent, the setting of Choi
 * and Lee 2022, with steps so large that it goes wrong soon. What becomes of a single critic then
 * hangs on rounding, so there are many of them.
 */
class InstabilityTest {
  private static final OneHot DATA = new OneHot(16);
  private static final int CRITICS = 16;

  private static TrainingConfig config(String loss, Critic critic, double rate, LoopSettings loop) {
    return TrainingConfig.of(DATA, critic, LossSpecs.parse(loss))
        .with(new Optimizer.Sgd(rate))
        .with(loop)
        .with(Pairing.INDEPENDENT);
  }

  private static Critic network(int hidden) {
    return new ConcatCritic(
        DATA.xSize(), DATA.ySize(), new ConcatCritic.Settings(hidden, 1, false));
  }

  private static LoopSettings loop(int batch, int seed) {
    return new LoopSettings(batch, CRITICS, seed, "");
  }

  private static List<TrainingResult> train(TrainingConfig config) {
    return new Trainer(config, TrainingProgress.NONE).train();
  }

  private static boolean exploded(TrainingResult result) {
    return result.diagnosis().state() == State.EXPLODED;
  }

  /** Whatever became of them, all runs give a finite number from a sound critic. */
  private static void assertEndsWithTheLastGoodStates(
      TrainingConfig config, List<TrainingResult> results) {
    for (TrainingResult result : results) {
      Curve curve = result.curve();
      assertThat(curve.firstNonFinite()).isGreaterThanOrEqualTo(curve.steps() - 1);
      assertThat(result.diagnosis()).isEqualTo(Diagnostics.of(curve));
      if (exploded(result)) {
        assertThat(result.selected().step()).isLessThan(result.diagnosis().step());
      }
      assertThat(result.report().mean()).isFinite();
      assertThat(result.report().standardError()).isFinite();
      assertThat(result.selected().objective()).isFinite();
      assertThat(result.selected().value()).isFinite();
    }
    int batches = config.schedule().selectionBatches();
    try (FrozenCritic selection =
        new FrozenCritic(config, Split.SELECTION, batches, results.size())) {
      assertThat(selection.measure(parameters(results))).allMatch(Diagnostics::withinLimits);
    }
  }

  private static float[] parameters(List<TrainingResult> results) {
    int size = results.get(0).selected().parameters().length;
    float[] all = new float[results.size() * size];
    for (TrainingResult result : results) {
      System.arraycopy(result.selected().parameters(), 0, all, result.replica() * size, size);
    }
    return all;
  }

  @Test
  void aCriticThatExplodesEndsWithItsLastGoodStateAndTheOthersGoOn() {
    TrainingConfig config =
        config("nwj", network(16), 0.5, loop(32, 0)).with(new Schedule(300, 15, 8, 32));
    List<TrainingResult> results = train(config);
    assertEndsWithTheLastGoodStates(config, results);
    assertThat(results)
        .filteredOn(InstabilityTest::exploded)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.selected().step()).isPositive())
        .allSatisfy(r -> assertThat(r.report().mean()).as("something learned").isPositive());
    assertThat(results)
        .filteredOn(r -> !exploded(r))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.curve().steps()).isEqualTo(300));
  }

  /**
   * One score per pair of symbols and a step of 10⁶: the first step lifts the scores of joint pairs
   * to 10⁴ nats and more, and the first marginal pair of equal symbols after it is beyond exp.
   */
  @Test
  void trainingEndsWhenNoCriticIsLeft() {
    TrainingConfig config =
        config("nwj", new BilinearCritic(16, 16), 1e6, loop(32, 0)).with(new Schedule(3000));
    List<Integer> looked = new ArrayList<>();
    List<TrainingResult> results =
        new Trainer(config, (done, total, value) -> looked.add(done)).train();
    assertThat(looked).containsExactly(150);
    assertThat(results)
        .allMatch(InstabilityTest::exploded)
        .allSatisfy(r -> assertThat(r.curve().firstNonFinite()).isEqualTo(r.curve().steps() - 1))
        .allSatisfy(r -> assertThat(r.selected().step()).isZero());
    assertEndsWithTheLastGoodStates(config, results);
  }

  /**
   * SMILE that maximises its own clipped value is unbounded, so an exploded state has by far the
   * highest objective of all; looked at after every step, it must not be selected. The second run
   * ends where the first of them explodes: the last update of a run can explode too, and no step of
   * training follows that would show it.
   */
  @Test
  void anExplosionIsNotSelectedForItsObjective() {
    TrainingConfig config =
        config("smile:variant=clipped", network(16), 2, loop(32, 1))
            .with(new Schedule(100, 1, 4, 4));
    List<TrainingResult> results = train(config);
    assertThat(results).anyMatch(InstabilityTest::exploded);
    assertEndsWithTheLastGoodStates(config, results);
    int first =
        results.stream()
            .filter(InstabilityTest::exploded)
            .mapToInt(r -> r.diagnosis().step())
            .min()
            .orElseThrow();
    TrainingConfig shorter = config.with(new Schedule(first, 1, 4, 4));
    assertEndsWithTheLastGoodStates(shorter, train(shorter));
  }

  /** Choi and Lee 2022, section 3: the terms of MINE drift at batch 100, those of ReMINE do not. */
  @Test
  void mineDriftsAndRemineDoesNot() {
    Schedule schedule = new Schedule(2000, 500, 8, 32);
    LoopSettings loop = loop(100, 0).withReplicas(8);
    List<TrainingResult> mine = train(config("mine", network(64), 0.1, loop).with(schedule));
    assertThat(mine)
        .filteredOn(r -> r.diagnosis().state() == State.DRIFTING)
        .hasSizeGreaterThanOrEqualTo(7);
    List<TrainingResult> remine = train(config("remine", network(64), 0.1, loop).with(schedule));
    assertThat(remine)
        .noneMatch(r -> r.diagnosis().state() == State.DRIFTING)
        .noneMatch(InstabilityTest::exploded)
        .allSatisfy(r -> assertThat(last(r, Metric.LOG_MARGINAL)).isBetween(-0.3, 0.3));
    assertThat(mine).allSatisfy(r -> assertThat(last(r, Metric.LOG_MARGINAL)).isLessThan(-0.5));
  }

  private static double last(TrainingResult result, Metric metric) {
    double[] series = result.curve().series(metric);
    return Arrays.stream(series, series.length - 100, series.length).average().orElseThrow();
  }
}
