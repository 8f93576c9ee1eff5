package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.RunOptions;

class CallPoolsTest {
  private static final RunOptions OPTIONS = RunOptions.newBuilder().setTimeoutInMs(7).build();

  private static CallPools pools(LoadOptions options) {
    return new CallPools(options.session(), OPTIONS);
  }

  @Test
  void callsAtOnceHaveDifferentPools() {
    CallPools pools = pools(LoadOptions.DEFAULT.withCallers(2, 1));
    List<RunOptions> both = pools.lend(first -> pools.lend(second -> List.of(first, second)));
    assertThat(both).extracting(RunOptions::getInterOpThreadPool).containsExactly(0, 1);
    assertThat(both).extracting(RunOptions::getTimeoutInMs).containsOnly(7L);
  }

  @Test
  void aCallForWhichThereIsNoPoolWaits() throws InterruptedException {
    CallPools pools = pools(LoadOptions.DEFAULT.withCallers(1, 1));
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean waited = new AtomicBoolean();
    Thread other =
        new Thread(
            () ->
                pools.lend(
                    pool -> {
                      waited.set(ended.get());
                      return pool;
                    }));
    pools.lend(
        pool -> {
          other.start();
          awaitWaiting(other);
          ended.set(true);
          return pool;
        });
    other.join();
    assertThat(waited).isTrue();
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aCallThatFailsGivesItsPoolBack() {
    CallPools pools = pools(LoadOptions.DEFAULT.withCallers(1, 1));
    IllegalStateException failure = new IllegalStateException("no");
    assertThatThrownBy(
            () ->
                pools.lend(
                    pool -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(pools.<Integer>lend(RunOptions::getInterOpThreadPool)).isZero();
  }

  @Test
  void withoutPoolsAnyNumberOfCallsGoesOn() {
    CallPools pools = pools(LoadOptions.DEFAULT.withThreads(1));
    assertThat(pools.<RunOptions>lend(first -> pools.lend(second -> second))).isEqualTo(OPTIONS);
  }
}
