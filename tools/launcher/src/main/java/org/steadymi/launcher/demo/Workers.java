package org.steadymi.launcher.demo;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.steadymi.laboratory.Completions;

/** Threads that do pieces of work until all are done or one fails. */
final class Workers {
  private final int threads;

  Workers(int threads) {
    this.threads = threads;
  }

  /**
   * Does all pieces. Where one fails, the others are interrupted and none begins; what it threw is
   * thrown as it is once they have ended.
   */
  void finish(List<Callable<Void>> pieces) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      ExecutorCompletionService<Void> ends = new ExecutorCompletionService<>(workers);
      pieces.forEach(ends::submit);
      for (int i = 0; i < pieces.size(); i++) {
        Completions.requireNext(ends);
      }
    } finally {
      workers.shutdownNow();
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
  }

  /** For a piece to ask now and then. */
  static void requireGoesOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("demo: interrupted");
    }
  }
}
