package org.steadymi.laboratory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.store.Store;

/** Runs cells on several threads, each cell on one, the costliest first. */
final class CellRunner {
  private final Store store;
  private final Observer observer;
  private final Duration checkpointEvery;
  private volatile boolean stopping;

  CellRunner(Store store, Observer observer, Duration checkpointEvery) {
    this.store = store;
    this.observer = observer;
    this.checkpointEvery = checkpointEvery;
  }

  /** Asks the cells that run to save their state and stop; no other begins. */
  void stop() {
    stopping = true;
  }

  /**
   * Runs all cells and keeps their results.
   *
   * @throws StoppedException if {@link #stop} was called before all were finished
   */
  void run(List<? extends Cell> cells, int jobs) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      ExecutorCompletionService<Void> ends = new ExecutorCompletionService<>(workers);
      List<Cell> order = new ArrayList<>(cells);
      order.sort(Comparator.comparingLong(Cell::cost).reversed());
      for (Cell cell : order) {
        ends.submit(() -> finish(cell), null);
      }
      for (int i = 0; i < order.size(); i++) {
        requireDone(ends);
      }
    } finally {
      stop();
      workers.shutdown();
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
  }

  private void finish(Cell cell) {
    if (stopping) {
      throw new StoppedException();
    }
    CellResult result = cell.run(new Context(cell));
    store.write(cell.key(), result);
    observer.finished(cell.key(), result);
  }

  private static void requireDone(ExecutorCompletionService<Void> ends)
      throws InterruptedException {
    try {
      ends.take().get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** What one cell is given. */
  private final class Context implements CellContext {
    private final Cell cell;
    private long saved = System.nanoTime();

    Context(Cell cell) {
      this.cell = cell;
    }

    @Override
    public Optional<byte[]> checkpoint() {
      return store.checkpoint(cell.key());
    }

    @Override
    public boolean checkpointDue() {
      return System.nanoTime() - saved >= checkpointEvery.toNanos();
    }

    @Override
    public void save(byte[] state) {
      store.writeCheckpoint(cell.key(), state);
      saved = System.nanoTime();
    }

    @Override
    public void advance(long steps) {
      observer.advanced(steps);
    }

    @Override
    public boolean stopping() {
      return stopping;
    }
  }
}
