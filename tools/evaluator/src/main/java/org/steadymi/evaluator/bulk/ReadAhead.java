package org.steadymi.evaluator.bulk;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.steadymi.datasets.tables.RowBatch;

/** Reads a batch in a thread of its own while the one before is in use, or at once if told so. */
final class ReadAhead implements AutoCloseable {
  private final Optional<ExecutorService> thread;

  /**
   * @param aside whether there is a thread of its own
   */
  ReadAhead(boolean aside) {
    thread =
        aside
            ? Optional.of(
                Executors.newSingleThreadExecutor(
                    work -> {
                      Thread reader = new Thread(work, "steadymi-reader");
                      reader.setDaemon(true);
                      return reader;
                    }))
            : Optional.empty();
  }

  /** Begins to read; what it gives waits until the reading is done. */
  Supplier<Optional<RowBatch>> begin(Supplier<Optional<RowBatch>> reading) {
    if (thread.isEmpty()) {
      return reading;
    }
    Future<Optional<RowBatch>> batch = thread.get().submit(reading::get);
    return () -> taken(batch);
  }

  private static Optional<RowBatch> taken(Future<Optional<RowBatch>> batch) {
    try {
      return batch.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failed.getCause();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", interrupted);
    }
  }

  /** Waits for the reading that goes on: the table is closed after it. */
  @Override
  public void close() {
    thread.ifPresent(
        reader -> {
          Future<?> last = reader.submit(() -> {});
          reader.shutdown();
          try {
            last.get();
          } catch (ExecutionException failed) {
            reader.shutdownNow();
          } catch (InterruptedException interrupted) {
            reader.shutdownNow();
            Thread.currentThread().interrupt();
          }
        });
  }
}
