package org.steadymi.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.store.CellFile;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/**
 * What a task does: runs the one cell of its partition on its own thread. The result is the bytes
 * of the file that it becomes.
 */
final class CellTask extends AbstractFunction2<TaskContext, Iterator<Order>, byte[]>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<CellSource> source;
  private final LongAccumulator steps;
  private final Duration timeout;

  /**
   * A task for any cell of a source.
   *
   * @param steps counts the steps that are done
   * @param timeout how long a cell may take; null for no limit
   */
  CellTask(Broadcast<CellSource> source, LongAccumulator steps, Duration timeout) {
    this.source = source;
    this.steps = steps;
    this.timeout = timeout;
  }

  @Override
  public byte[] apply(TaskContext task, Iterator<Order> orders) {
    Order order = orders.next();
    Cell cell = source.value().cell(order.key());
    TaskCell context = new TaskCell(order, task, steps, Optional.ofNullable(timeout));
    try {
      return CellFile.encode(cell.key(), cell.run(context));
    } catch (StoppedException stopped) {
      if (context.cancelled()) {
        throw new TaskKilledException("stopped");
      }
      throw new IllegalStateException(
          "cell %s took longer than %d s; give it more with --cell-timeout"
              .formatted(cell.key(), timeout.toSeconds()),
          stopped);
    } catch (LinkageError | OutOfMemoryError | RuntimeException thrown) {
      throw Fatal.in("cell " + cell.key(), thrown);
    }
  }
}
