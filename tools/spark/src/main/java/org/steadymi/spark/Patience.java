package org.steadymi.spark;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;

/** Says what is waited for, where no worker has given an executor after some time. */
final class Patience implements AutoCloseable {
  /** Before it is said. */
  static final Duration USUAL = Duration.ofSeconds(20);

  private final Timer timer = new Timer("steadymi-patience", true);

  private Patience() {}

  /**
   * Begins to wait, until it is closed.
   *
   * @param waits is told, in words, what is waited for
   */
  static Patience with(SparkContext context, Duration patience, Consumer<String> waits) {
    Patience begun = new Patience();
    begun.timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            if (!context.isLocal() && context.statusTracker().getExecutorInfos().length <= 1) {
              waits.accept(
                  "a worker of %s with a free core and %d MB"
                      .formatted(context.master(), context.executorMemory()));
            }
          }
        },
        patience.toMillis());
    return begun;
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
