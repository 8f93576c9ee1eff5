package org.steadymi.laboratory.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.datasets.OneHot;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairing;
import org.steadymi.estimators.CriticSpecs;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;

/** An interrupted training ends in the same bits as one that was not. */
class TrainerRunTest {
  private static final int EVERY = 4;

  /** Adam on a network with batch normalisation; and steps so long that the critic explodes. */
  static Stream<TrainingConfig> configs() {
    PairSource digits = PairSources.parse("digits:pairs=contrastive,shift=1");
    return Stream.of(
        TrainingConfig.of(
                digits,
                CriticSpecs.parse("small-cnn:width=4,features=4", digits),
                Losses.named("remine"))
            .with(new Optimizer.Adam(1e-2))
            .with(new Schedule(2 * EVERY + 1, EVERY, 2, 2))
            .with(new LoopSettings(16, 3)),
        exploding());
  }

  private static TrainingConfig exploding() {
    return TrainingConfig.of(new OneHot(16), new BilinearCritic(16, 16), Losses.named("nwj"))
        .with(new Optimizer.Sgd(1e6))
        .with(Pairing.INDEPENDENT)
        .with(new Schedule(1000, EVERY, 2, 2))
        .with(new LoopSettings(16, 0));
  }

  /** Step and estimate of each look, where it is counted, too. */
  private static TrainerRun run(
      TrainingConfig config, MemoryContext context, List<Integer> measured) {
    return new TrainerRun(
        config,
        context,
        soFar -> {
          measured.add(soFar.selected().step());
          return new float[] {soFar.selected().step(), (float) soFar.selected().value()};
        });
  }

  /** Compares all but times; numbers that are none are alike. */
  private static RecursiveComparisonConfiguration bits() {
    return RecursiveComparisonConfiguration.builder()
        .withComparatorForType(Float::compare, Float.class)
        .withComparatorForType(Double::compare, Double.class)
        .withIgnoredFields("result.seconds")
        .build();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void interruptedAfterEveryStep(TrainingConfig config) {
    MemoryContext undisturbed = new MemoryContext();
    undisturbed.allow(Integer.MAX_VALUE);
    List<Integer> looks = new ArrayList<>();
    TrainerRun.Outcome expected = run(config, undisturbed, looks).run();
    assertThat(undisturbed.advanced()).isEqualTo(config.schedule().steps());

    MemoryContext context = new MemoryContext();
    List<Integer> measured = new ArrayList<>();
    TrainerRun.Outcome outcome = null;
    while (outcome == null) {
      long before = context.advanced();
      context.allow(1);
      try {
        outcome = run(config, context, measured).run();
      } catch (StoppedException stopped) {
        assertThat(context.advanced()).isEqualTo(before + 1);
      }
    }
    assertThat(context.advanced()).isEqualTo(config.schedule().steps());
    assertThat(measured).as("each look once").isEqualTo(looks);
    assertThat(outcome).usingRecursiveComparison(bits()).isEqualTo(expected);
  }

  @Test
  void aTrainingThatExplodesEndsAtItsNextLook() {
    MemoryContext context = new MemoryContext();
    context.allow(Integer.MAX_VALUE);
    List<Integer> measured = new ArrayList<>();
    TrainingResult result = run(exploding(), context, measured).run().result();
    assertThat(result.curve().steps()).isLessThan(1000);
    assertThat(measured)
        .last()
        .satisfies(
            step ->
                assertThat(step)
                    .isBetween(result.curve().steps(), result.curve().steps() + EVERY - 1));
    assertThat(context.advanced()).as("the steps that were spared count as done").isEqualTo(1000);
  }

  @Test
  void stoppedBeforeItsFirstStepItHasNothingToSave() {
    MemoryContext context = new MemoryContext();
    context.allow(0);
    assertThatThrownBy(() -> run(exploding(), context, new ArrayList<>()).run())
        .isInstanceOf(StoppedException.class);
    assertThat(context.saves()).isZero();
  }
}
