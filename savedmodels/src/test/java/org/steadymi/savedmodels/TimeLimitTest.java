package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private static final Path MODEL = Path.of("m");

  @Test
  void handsOnResultsAndFailures() {
    try (TimeLimit limit = new TimeLimit(MODEL, Duration.ofMinutes(1))) {
      assertThat(limit.run("work", () -> 7)).isEqualTo(7);
      SavedModelException failure = new SavedModelException("no");
      assertThatThrownBy(
              () ->
                  limit.run(
                      "work",
                      () -> {
                        throw failure;
                      }))
          .isSameAs(failure);
      assertThat(limit.abandoned()).isFalse();
    }
  }

  @Test
  void workThatListensToNobodyIsAbandoned() {
    CountDownLatch never = new CountDownLatch(1);
    try (TimeLimit limit = new TimeLimit(MODEL, Duration.ofMillis(90), Duration.ofMillis(1))) {
      assertThatThrownBy(() -> limit.run("work", () -> await(never)))
          .isInstanceOf(ModelTimeoutException.class)
          .hasMessage("m: work took longer than 0.09s; allow it more with --timeout");
      assertThat(limit.abandoned()).isTrue();
    } finally {
      never.countDown();
    }
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
