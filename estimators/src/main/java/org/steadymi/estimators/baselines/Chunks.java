package org.steadymi.estimators.baselines;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Work on [0, count), in pieces that do not depend on how many threads share them. */
final class Chunks {
  private static final int SIZE = 1024;

  private Chunks() {}

  /** Works on [from, to). */
  interface Work {
    void on(int from, int to);
  }

  /** Has the work done by so many threads, or as many as there are pieces, and waits. */
  static void run(int count, int threads, Work work) {
    int pieces = (count + SIZE - 1) / SIZE;
    IntStream chunks = IntStream.range(0, pieces);
    int busy = Math.min(threads, pieces);
    if (busy <= 1) {
      chunks.forEach(c -> work.on(c * SIZE, Math.min(count, (c + 1) * SIZE)));
      return;
    }
    ForkJoinPool pool = new ForkJoinPool(busy);
    try {
      pool.submit(
              () ->
                  chunks
                      .parallel()
                      .forEach(c -> work.on(c * SIZE, Math.min(count, (c + 1) * SIZE))))
          .join();
    } finally {
      pool.shutdownNow();
    }
  }
}
