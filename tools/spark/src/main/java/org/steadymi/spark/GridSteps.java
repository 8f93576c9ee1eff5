package org.steadymi.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.collection.Iterator;

/**
 * How far the grid is: the steps of tasks that run, out of the heartbeats of their executors, and
 * those of cells that are finished. A cell that begins again counts from where it was first.
 */
final class GridSteps extends SparkListener {
  static final String COUNTER = "steps";

  private final long[] done;
  private final LongConsumer advanced;
  private final Map<Long, Integer> cells = new HashMap<>();

  /**
   * Steps of a number of cells.
   *
   * @param advanced is told how many more there are
   */
  GridSteps(int cells, LongConsumer advanced) {
    this.done = new long[cells];
    this.advanced = advanced;
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart event) {
    cells.put(event.taskInfo().taskId(), event.taskInfo().index());
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
    event
        .accumUpdates()
        .foreach(
            update -> {
              steps(update._4().iterator()).ifPresent(steps -> reach((Long) update._1(), steps));
              return null;
            });
  }

  /** A cell is at its end. */
  synchronized void finished(int cell, long steps) {
    advance(cell, steps);
  }

  private synchronized void reach(long task, long steps) {
    Integer cell = cells.get(task);
    if (cell != null) {
      advance(cell, steps);
    }
  }

  private void advance(int cell, long steps) {
    if (steps > done[cell]) {
      long more = steps - done[cell];
      done[cell] = steps;
      advanced.accept(more);
    }
  }

  private static OptionalLong steps(Iterator<AccumulableInfo> counters) {
    while (counters.hasNext()) {
      AccumulableInfo counter = counters.next();
      if (counter.name().contains(COUNTER) && counter.update().isDefined()) {
        return OptionalLong.of((Long) counter.update().get());
      }
    }
    return OptionalLong.empty();
  }
}
