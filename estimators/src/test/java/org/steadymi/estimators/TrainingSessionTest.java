package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.OneHot;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;

/**
 * A training that is cut and taken up by another session gives what one that is left alone does.
 */
class TrainingSessionTest {
  private static final int EVERY = 10;

  /** Adam on Gaussians, two critics; and steps so long that critics explode, one after another. */
  static Stream<TrainingConfig> configs() {
    PairSource gaussian = Gaussian.ofMi(2, 1);
    OneHot symbols = new OneHot(16);
    return Stream.of(
        TrainingConfig.of(
                gaussian,
                CriticSpecs.parse("separable:hidden=8,layers=1,features=4", gaussian),
                Losses.named("remine"))
            .with(new Schedule(34, EVERY, 4, 4))
            .with(new LoopSettings(16, 2, 5, "")),
        TrainingConfig.of(symbols, new BilinearCritic(16, 16), Losses.named("nwj"))
            .with(new Optimizer.Sgd(1e6))
            .with(Pairing.INDEPENDENT)
            .with(new Schedule(100, EVERY, 4, 4))
            .with(new LoopSettings(16, 3, 0, "")));
  }

  private static Trainer trainer(TrainingConfig config, List<Checkpoint> looks) {
    return new Trainer(config, TrainingProgress.NONE, soFar -> looks.add(soFar.selected()));
  }

  /** Compares all but times; numbers that are none are alike. */
  private static RecursiveComparisonConfiguration bits() {
    return RecursiveComparisonConfiguration.builder()
        .withComparatorForType(Float::compare, Float.class)
        .withComparatorForType(Double::compare, Double.class)
        .withIgnoredFields("seconds")
        .build();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void cutAnywhereItEndsInTheSameResults(TrainingConfig config) {
    List<Checkpoint> expectedLooks = new ArrayList<>();
    List<TrainingResult> expected = trainer(config, expectedLooks).train();

    List<Checkpoint> looks = new ArrayList<>();
    List<TrainingResult> results = new ArrayList<>();
    TrainingState state = null;
    while (results.isEmpty()) {
      try (TrainingSession session = trainer(config, looks).session()) {
        if (state != null) {
          session.restore(state);
        }
        for (int part = 0; part < 2 && !session.done(); part++) {
          assertThat(session.advance(3)).isBetween(1, 3);
        }
        state = session.state();
        results.addAll(session.done() ? session.results() : List.of());
      }
    }
    assertThat(results).usingRecursiveComparison(bits()).isEqualTo(expected);
    assertThat(looks).usingRecursiveComparison(bits()).isEqualTo(expectedLooks);
  }

  @Test
  void anEndBetweenTwoLooksIsSeenAtTheNext() {
    TrainingConfig exploding = configs().toList().get(1);
    List<Checkpoint> looks = new ArrayList<>();
    try (TrainingSession session = trainer(exploding, looks).session()) {
      while (!session.done()) {
        session.advance(1);
      }
      assertThat(session.step()).isLessThan(100).matches(step -> step % EVERY == 0);
      assertThat(looks).last().extracting(Checkpoint::step).isEqualTo(session.step());
      assertThat(session.state().replicas())
          .allMatch(replica -> replica.curve().steps() < session.step());
    }
  }

  @Test
  void theStateOfAnotherCriticIsRefused() {
    List<TrainingConfig> two = configs().toList();
    try (TrainingSession session = trainer(two.get(0), new ArrayList<>()).session();
        TrainingSession other = trainer(two.get(1), new ArrayList<>()).session()) {
      assertThatThrownBy(() -> other.restore(session.state()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("training loop: expected a state of");
    }
  }
}
