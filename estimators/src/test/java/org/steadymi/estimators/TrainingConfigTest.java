package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.Pairing;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;

class TrainingConfigTest {
  private final Gaussian data = Gaussian.ofMi(2, 1);
  private final TrainingConfig config =
      TrainingConfig.of(data, new BilinearCritic(2, 2), Losses.named("mine"));

  @ParameterizedTest
  @CsvSource({"3, 2", "2, 3"})
  void aCriticForOtherRowsIsRefused(int x, int y) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingConfig.of(data, new BilinearCritic(x, y), Losses.named("mine")))
        .withMessage(
            "training: the critic takes rows of %d and %d, the data gaussian:dim=2,mi=1 has rows of"
                + " 2 and 2",
            x, y);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 'steps, found 0'",
    "-5, 1, 1, 1, 'steps, found -5'",
    "1, 0, 1, 1, 'steps between checkpoints, found 0'",
    "1, 1, 0, 1, 'batches of the selection split, found 0'",
    "1, 1, 1, 0, 'batches of the report split, found 0'"
  })
  void aScheduleOfNothingIsRefused(int steps, int every, int selection, int report, String what) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule(steps, every, selection, report))
        .withMessage("training: expected 1 or more " + what);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "19, 1", "20, 1", "4000, 200"})
  void aScheduleLooksAboutTwentyTimes(int steps, int every) {
    assertThat(new Schedule(steps).checkpointEvery()).isEqualTo(every);
  }

  @Test
  void withersChangeOnePartOnly() {
    Optimizer sgd = new Optimizer.Sgd(0.1);
    Schedule schedule = new Schedule(7);
    LoopSettings loop = new LoopSettings(8, 3);
    assertThat(config.with(sgd).with(schedule).with(loop).with(Pairing.INDEPENDENT))
        .isEqualTo(
            new TrainingConfig(
                data,
                Pairing.INDEPENDENT,
                config.critic(),
                config.loss(),
                new TrainingConfig.Course(sgd, schedule, loop)));
    assertThat(config.with(sgd).with(config.optimizer())).isEqualTo(config);
  }
}
