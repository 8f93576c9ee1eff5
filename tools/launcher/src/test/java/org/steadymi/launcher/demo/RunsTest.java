package org.steadymi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Gaussian;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;

class RunsTest {
  @Test
  void trainingEndsWhereItsThreadIsInterrupted() {
    SeparableCritic critic =
        new SeparableCritic(2, 2, new SeparableCritic.Settings(4, 1, 2, false));
    TrainingConfig config =
        TrainingConfig.of(Gaussian.ofMi(2, 1), critic, Losses.named("mine"))
            .with(new TrainingConfig.Schedule(20));
    AtomicInteger steps = new AtomicInteger();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Runs.train(config, steps::addAndGet))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(steps).hasValue(0);
  }
}
