package org.steadymi.spark;

import java.time.Duration;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.util.LongAccumulator;
import org.steadymi.laboratory.cells.CellContext;

/**
 * What a cell is given that runs as a task. It keeps no checkpoints: a task has no place for them
 * that outlives its machine.
 */
final class TaskCell implements CellContext {
  private final Order order;
  private final TaskContext task;
  private final LongAccumulator steps;
  private final Optional<Duration> timeout;
  private final long begin = System.nanoTime();

  TaskCell(Order order, TaskContext task, LongAccumulator steps, Optional<Duration> timeout) {
    this.order = order;
    this.task = task;
    this.steps = steps;
    this.timeout = timeout;
  }

  @Override
  public Optional<byte[]> checkpoint() {
    return order.checkpoint();
  }

  @Override
  public boolean checkpointDue() {
    return false;
  }

  @Override
  public void save(byte[] state) {
    // a task that is stopped begins again
  }

  @Override
  public void advance(long more) {
    steps.add(more);
  }

  @Override
  public boolean stopping() {
    return cancelled() || late();
  }

  /** Whether Spark wants the task to end, or its process does. */
  boolean cancelled() {
    return task.isInterrupted() || Thread.currentThread().isInterrupted();
  }

  private boolean late() {
    return timeout.isPresent() && System.nanoTime() - begin > timeout.get().toNanos();
  }
}
