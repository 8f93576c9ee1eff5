package org.steadymi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Gaussian;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;

class WorkersTest {
  private static Callable<Void> failing(Throwable failure) {
    return () -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    };
  }

  @Test
  void allPiecesAreDone() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Callable<Void> piece =
        () -> {
          done.incrementAndGet();
          return null;
        };
    new Workers(2).finish(Collections.nCopies(5, piece));
    assertThat(done).hasValue(5);
  }

  @Test
  void whatAPieceThrowsIsThrownAsItIs() {
    for (Throwable failure :
        List.of(
            new UnsatisfiedLinkError("no jnitensorflow"),
            new OutOfMemoryError("Java heap space"),
            new IllegalArgumentException("no such loss"))) {
      assertThatThrownBy(() -> new Workers(1).finish(List.of(failing(failure)))).isSameAs(failure);
    }
  }

  /** The piece that waits is the first, and would wait for a minute. */
  @Test
  void aFailureIsThrownOnceTheOthersAreInterruptedAndHaveEnded() {
    Thread caller = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Callable<Void> waiting =
        () -> {
          begun.countDown();
          try {
            never.await(1, TimeUnit.MINUTES);
          } catch (InterruptedException told) {
            while (caller.getState() == Thread.State.RUNNABLE) {
              Thread.onSpinWait(); // until the caller waits, as it should
            }
            ended.set(true);
          }
          return null;
        };
    IllegalStateException failure = new IllegalStateException("the disk is full");
    Callable<Void> failing =
        () -> {
          begun.await();
          throw failure;
        };
    assertThatThrownBy(() -> new Workers(2).finish(List.of(waiting, failing))).isSameAs(failure);
    assertThat(ended).isTrue();
  }

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
