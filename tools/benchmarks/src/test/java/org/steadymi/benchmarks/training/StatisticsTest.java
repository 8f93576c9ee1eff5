package org.steadymi.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.protocol.Reply;

/** What becomes of the laps of several rounds. */
class StatisticsTest {
  @Test
  void spreadOfOddAndEvenCounts() {
    assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(1, 2, 3));
    assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(1, 2.5, 4));
    assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratiosAreOfTheSameRound() {
    // Round by round 2 and 4 times as fast; best against best 400 / 200.
    Contest contest =
        new Contest(
            GaussianTask.SEPARABLE,
            64,
            List.of(Laps.of(Contender.LOOP, 400, 200), Laps.of(Contender.STEP, 200, 50)),
            List.of());
    Ratio ratio = contest.ratios().get(0);
    assertThat(ratio.byRound()).isEqualTo(new Spread(2, 3, 4));
    assertThat(ratio.ofBest()).isEqualTo(2);
    assertThat(ratio.goal()).contains(2.0);
    assertThat(ratio.reached()).contains(true);
  }

  @Test
  void onlyRatiosBetweenThoseWhoTookPart() {
    Contest contest =
        new Contest(
            GaussianTask.SEPARABLE,
            256,
            List.of(Laps.of(Contender.LOOP, 100), Laps.of(Contender.PYTORCH, 60)),
            List.of());
    assertThat(contest.ratios()).hasSize(1);
    assertThat(contest.ratios().get(0).reached()).contains(false);
  }

  @Test
  void noGoalAtOtherWidthsAndForTheConcatCritic() {
    List<Performance> laps = List.of(Laps.of(Contender.LOOP, 100), Laps.of(Contender.PYTORCH, 60));
    for (var contest :
        List.of(
            new Contest(GaussianTask.SEPARABLE, 8, laps, List.of()),
            new Contest(GaussianTask.CONCAT, 64, laps, List.of()))) {
      assertThat(contest.ratios().get(0).reached()).isEmpty();
    }
  }

  @Test
  void replicasCountEachCritic() {
    Performance replicas = Laps.of(Contender.REPLICAS, 100);
    assertThat(replicas.rates().most()).isEqualTo(800);
    // 10 ms a step of all eight
    assertThat(replicas.cpuMilliseconds().median()).isCloseTo(1.25, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "SEPARABLE, 500, 0.0, true", // too early to tell
    "SEPARABLE, 1000, 1.9, false", // does not learn
    "SEPARABLE, 1000, 2.4, true",
    "SEPARABLE, 1000, 4.1, false", // near log 64: one batch learned by heart
    "SEPARABLE, 1000, NaN, false",
    "CONCAT, 1000, 4.1, true",
    "CONCAT, 1000, 30, false"
  })
  void soundWhenItLearnsFromFreshPairs(
      GaussianTask task, long trained, double nats, boolean sound) {
    Reply lap = new Reply("p", 100, 1, 1, nats);
    assertThat(new Performance(Contender.LOOP, trained, List.of(lap)).sound(task)).isEqualTo(sound);
  }

  @Test
  void everyContenderHasOneName() {
    assertThat(Contender.ids()).doesNotHaveDuplicates();
    assertThat(Contender.named("jax-scan")).isEqualTo(Contender.JAX_SCAN);
    assertThatThrownBy(() -> Contender.named("caffe"))
        .hasMessageStartingWith("unknown contender 'caffe'; known: step, loop");
    assertThat(Optional.of(Contender.LOOP).map(Contender::replicas)).contains(1);
  }
}
