package org.steadymi.datasets.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Closes a stream from which nothing has come for too long, so that whoever reads it goes on. */
final class Watchdog implements AutoCloseable {
  private final long patience;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog of a download");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> looks;
  private volatile long last = System.nanoTime();
  private volatile boolean fired;

  Watchdog(Closeable stream, Duration patience) {
    this.patience = patience.toNanos();
    long period = Math.max(1, this.patience / 4);
    looks = clock.scheduleAtFixedRate(() -> look(stream), period, period, TimeUnit.NANOSECONDS);
  }

  private void look(Closeable stream) {
    if (System.nanoTime() - last > patience) {
      fired = true;
      try {
        stream.close();
      } catch (IOException broken) {
        // then it does not deliver any more either
      }
    }
  }

  /** Something has come. */
  void fed() {
    last = System.nanoTime();
  }

  /** Whether it closed the stream. */
  boolean fired() {
    return fired;
  }

  @Override
  public void close() {
    looks.cancel(false);
    clock.shutdown();
  }
}
