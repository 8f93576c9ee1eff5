package org.steadymi.savedmodels;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs the work of one model within a time limit. TensorFlow is given the limit too and ends by
 * itself between two operations; inside one, a compiled loop say, it listens to nobody. Then the
 * caller stops waiting, the work goes on in a thread that keeps no process alive, and what it uses
 * may not be freed.
 */
final class TimeLimit implements AutoCloseable {
  /** Between the time that TensorFlow is given and the end of patience with it. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Path model;
  private final Duration limit;
  private final Duration grace;
  private final ExecutorService threads;
  private volatile boolean abandoned;

  TimeLimit(Path model, Duration limit) {
    this(model, limit, GRACE);
  }

  TimeLimit(Path model, Duration limit, Duration grace) {
    this.model = model;
    this.limit = limit;
    this.grace = grace;
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "steadymi-model");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Whether some work never came back. */
  boolean abandoned() {
    return abandoned;
  }

  /**
   * Runs work in another thread and waits for it.
   *
   * @param what it is, for the message
   * @param work frees what it uses by itself
   * @throws ModelTimeoutException if it takes too long
   */
  <T> T run(String what, Supplier<T> work) {
    long start = System.nanoTime();
    Future<T> result = threads.submit(work::get);
    try {
      return result.get(limit.plus(grace).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException deaf) {
      abandoned = true;
      throw late(what, deaf);
    } catch (InterruptedException interrupted) {
      abandoned = true;
      Thread.currentThread().interrupt();
      throw new SavedModelException(
          "%s: %s was interrupted; run it again".formatted(model, what), interrupted);
    } catch (ExecutionException failed) {
      if (System.nanoTime() - start >= limit.toNanos()) {
        throw late(what, failed);
      }
      throw unchecked(failed.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private ModelTimeoutException late(String what, Exception cause) {
    return new ModelTimeoutException(
        "%s: %s took longer than %s; allow it more with --timeout"
            .formatted(model, what, limit.toString().substring(2).toLowerCase(Locale.ROOT)),
        cause);
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
