package org.steadymi.laboratory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.steadymi.estimators.Workers;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.StoppedException;

/** Runs cells on several threads of this process, each cell on one, with checkpoints. */
final class LocalThreads implements CellExecutor {
  /** How many times as long as a checkpoint takes to write its cell goes on before the next. */
  private static final int WORTH = 20;

  private final int jobs;
  private final Duration checkpointEvery;
  private volatile boolean stopping;

  LocalThreads(int jobs, Duration checkpointEvery) {
    this.jobs = jobs;
    this.checkpointEvery = checkpointEvery;
  }

  /** Asks the cells that run to save their state and stop; no other begins. */
  @Override
  public void stop() {
    stopping = true;
  }

  @Override
  public void run(Work work) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      ExecutorCompletionService<Void> ends = new ExecutorCompletionService<>(workers);
      for (Cell cell : work.cells()) {
        ends.submit(() -> finish(work, cell), null);
      }
      for (int i = 0; i < work.cells().size(); i++) {
        Workers.result(ends.take());
      }
    } finally {
      stop();
      workers.shutdown();
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
  }

  private void finish(Work work, Cell cell) {
    if (stopping) {
      throw new StoppedException();
    }
    work.finish(cell, cell.run(new Context(work, cell)));
  }

  /**
   * How long a cell goes on until its next checkpoint is due.
   *
   * @param least what is asked for; zero for as many checkpoints as there can be
   * @param writing how long the last one took to write
   */
  static Duration pause(Duration least, Duration writing) {
    Duration worth = writing.multipliedBy(WORTH);
    return least.isZero() || worth.compareTo(least) < 0 ? least : worth;
  }

  /** What one cell is given. */
  private final class Context implements CellContext {
    private final Work work;
    private final Cell cell;
    private long saved = System.nanoTime();
    private Duration pause = checkpointEvery;

    Context(Work work, Cell cell) {
      this.work = work;
      this.cell = cell;
    }

    @Override
    public Optional<byte[]> checkpoint() {
      return work.store().checkpoint(cell.key());
    }

    @Override
    public boolean checkpointDue() {
      return System.nanoTime() - saved >= pause.toNanos();
    }

    @Override
    public void save(byte[] state) {
      long start = System.nanoTime();
      work.store().writeCheckpoint(cell.key(), state);
      saved = System.nanoTime();
      pause = pause(checkpointEvery, Duration.ofNanos(saved - start));
    }

    @Override
    public void advance(long steps) {
      work.observer().advanced(steps);
    }

    @Override
    public boolean stopping() {
      return stopping;
    }
  }
}
