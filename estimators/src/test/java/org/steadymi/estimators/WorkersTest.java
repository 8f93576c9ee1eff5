package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static Callable<Void> failing(Throwable failure) {
    return () -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    };
  }

  /** The first piece ends last. */
  @Test
  void allPiecesAreDoneAndGiveTheirResultsInOrder() throws InterruptedException {
    CountDownLatch others = new CountDownLatch(4);
    List<Callable<Integer>> pieces = new ArrayList<>();
    pieces.add(
        () -> {
          others.await();
          return 0;
        });
    for (int i = 1; i < 5; i++) {
      int result = i;
      pieces.add(
          () -> {
            others.countDown();
            return result;
          });
    }
    assertThat(new Workers(2).finish(pieces)).containsExactly(0, 1, 2, 3, 4);
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
}
