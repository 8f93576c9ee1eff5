package org.steadymi.laboratory.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.OneHot;
import org.steadymi.datasets.Pairing;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.graphs.training.State;

/** An interrupted training ends in the same bits as one that was not. */
class TrainingRunTest {
  private static final int EVERY = 70;

  /** Adam on Gaussians, two critics; and steps so long that both critics explode. */
  static Stream<Training> trainings() {
    Gaussian gaussian = Gaussian.ofMi(3, 1);
    SeparableCritic critic =
        new SeparableCritic(3, 3, new SeparableCritic.Settings(8, 1, 4, false));
    return Stream.of(
        Training.of(critic, gaussian, Pairing.MATRIX, Losses.named("remine"))
            .with(new LoopSettings(16, 2, 5, ""), 230),
        exploding());
  }

  private static Training exploding() {
    OneHot symbols = new OneHot(16);
    return Training.of(
            new BilinearCritic(16, 16), symbols, Pairing.INDEPENDENT, Losses.named("nwj"))
        .with(new Optimizer.Sgd(1e6))
        .with(new LoopSettings(32, 2, 0, ""), 1000);
  }

  private static float[] parameters(State state) {
    return state.variables().get(0);
  }

  private static TrainingRun.Outcome run(Training training, MemoryContext context) {
    return new TrainingRun(training, context, EVERY, TrainingRunTest::parameters).run();
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void interruptedAfterEveryChunk(Training training) {
    MemoryContext undisturbed = new MemoryContext();
    undisturbed.allow(Integer.MAX_VALUE);
    TrainingRun.Outcome expected = run(training, undisturbed);
    assertThat(undisturbed.advanced())
        .isEqualTo((long) training.steps() * training.loop().replicas());

    MemoryContext context = new MemoryContext();
    TrainingRun.Outcome outcome = null;
    while (outcome == null) {
      context.allow(1);
      try {
        outcome = run(training, context);
      } catch (StoppedException stopped) {
        assertThat(context.checkpoint()).isPresent();
      }
    }
    assertThat(context.advanced()).isEqualTo(undisturbed.advanced());
    assertThat(bits(outcome)).isEqualTo(bits(expected));
  }

  @Test
  void probesAreTakenAtTheirStepsAndAtTheLast() {
    MemoryContext context = new MemoryContext();
    context.allow(Integer.MAX_VALUE);
    Training training = trainings().findFirst().orElseThrow();
    List<Integer> steps =
        new TrainingRun(training, context, EVERY, state -> new float[] {state.step()})
            .run().probes().stream().map(row -> (int) row[0]).toList();
    assertThat(steps).containsExactly(70, 140, 210, 230);
  }

  @Test
  void anExplodedTrainingEndsEarly() {
    MemoryContext context = new MemoryContext();
    context.allow(Integer.MAX_VALUE);
    TrainingRun.Outcome outcome = run(exploding(), context);
    assertThat(outcome.curves())
        .allSatisfy(
            curve -> {
              assertThat(curve.steps()).isLessThan(1000);
              assertThat(curve.firstNonFinite()).isEqualTo(curve.steps() - 1);
            });
    assertThat(context.advanced()).as("the steps that were spared count as done").isEqualTo(2000);
  }

  @Test
  void stoppedBeforeItsFirstStepItHasNothingToSave() {
    MemoryContext context = new MemoryContext();
    context.allow(0);
    assertThatThrownBy(() -> run(exploding(), context)).isInstanceOf(StoppedException.class);
    assertThat(context.saves()).isZero();
  }

  private static List<Float> list(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }

  /** All numbers of an outcome, NaN alike. */
  private static List<List<Float>> bits(TrainingRun.Outcome outcome) {
    return Stream.concat(outcome.curves().stream().map(Curve::values), outcome.probes().stream())
        .map(TrainingRunTest::list)
        .toList();
  }
}
