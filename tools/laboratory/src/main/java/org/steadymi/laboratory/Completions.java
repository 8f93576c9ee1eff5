package org.steadymi.laboratory;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;

/** Ends of work on other threads. */
public final class Completions {
  private Completions() {}

  /** Awaits the next end; what failed there is thrown as it is. */
  public static void requireNext(ExecutorCompletionService<?> ends) throws InterruptedException {
    try {
      ends.take().get();
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
}
