package org.steadymi.estimators;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that do pieces of work until all are done or one fails. */
public final class Workers {
  private final int threads;

  /**
   * @param threads pieces at once, at least 1
   */
  public Workers(int threads) {
    this.threads = threads;
  }

  /**
   * Does all pieces. Where one fails, the others are interrupted and none begins; what it threw is
   * thrown as it is once they have ended.
   *
   * @return what they gave, in their order
   * @throws InterruptedException if this thread is interrupted, once the pieces have ended, too
   */
  public <T> List<T> finish(List<Callable<T>> pieces) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      ExecutorCompletionService<T> ends = new ExecutorCompletionService<>(workers);
      List<Future<T>> begun = pieces.stream().map(ends::submit).toList();
      for (int i = 0; i < begun.size(); i++) {
        result(ends.take());
      }
      List<T> results = new ArrayList<>();
      for (Future<T> piece : begun) {
        results.add(result(piece));
      }
      return results;
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
  }

  /** What a piece gave, once it has ended; what failed there is thrown as it is. */
  public static <T> T result(Future<T> piece) throws InterruptedException {
    try {
      return piece.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error error) { // no memory left, say
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /**
   * For a piece to ask now and then.
   *
   * @param what is done, for the message
   * @throws CancellationException if its thread is interrupted
   */
  public static void requireGoesOn(String what) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(what + ": interrupted");
    }
  }
}
