package org.steadymi.spark;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.steadymi.laboratory.CellExecutor;
import org.steadymi.laboratory.Placement;
import org.steadymi.laboratory.Work;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.store.CellFile;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Runs each cell as a task of one Spark job. A task that fails, that is late or whose machine is
 * lost is run again by Spark; the driver keeps every result as it arrives.
 */
final class SparkExecutor implements CellExecutor {
  private static final String GROUP = "steadymi";

  private final SparkConf conf;
  private final Placement placement;
  private volatile SparkContext context;
  private volatile boolean stopping;

  SparkExecutor(SparkConf conf, Placement placement) {
    this.conf = conf;
    this.placement = placement;
  }

  @Override
  public void stop() {
    stopping = true;
    SparkContext running = context;
    if (running != null && !running.isStopped()) {
      running.cancelJobGroupAndFutureJobs(GROUP);
    }
  }

  @Override
  public void run(Work work) {
    run(work, new Grid(work.study(), work.settings(), work.store().record()));
  }

  /** Runs the cells of the work as a source makes them. */
  void run(Work work, CellSource source) {
    if (work.cells().isEmpty()) {
      return;
    }
    try {
      context = new SparkContext(conf);
      if (stopping) {
        throw new StoppedException();
      }
      Patience patience = Patience.with(context, Patience.USUAL, work.observer()::waits);
      try (patience) {
        runJob(work, source);
      }
    } catch (Exception failed) { // Spark throws checked exceptions that it does not declare
      throw stopping
          ? new StoppedException()
          : Failures.reason(failed, placement.on(), context, "--resume");
    } finally {
      if (context != null) {
        context.stop();
      }
    }
  }

  private void runJob(Work work, CellSource source) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context);
    List<? extends Cell> cells = work.cells();
    List<Order> orders = cells.stream().map(cell -> Order.of(cell, work.store())).toList();
    GridSteps steps = new GridSteps(cells.size(), work.observer()::advanced);
    context.addSparkListener(steps);
    context.setJobGroup(GROUP, work.study(), false);
    Broadcast<CellSource> sent = spark.broadcast(source);
    context.runJob(
        spark.parallelize(orders, orders.size()).rdd(),
        new CellTask(
            sent, context.longAccumulator(GridSteps.COUNTER), placement.cellTimeout().orElse(null)),
        (index, result) -> {
          Cell cell = cells.get((Integer) index);
          steps.finished((Integer) index, cell.steps());
          keep(work, cell, result);
          return BoxedUnit.UNIT;
        },
        ClassTag$.MODULE$.apply(byte[].class));
  }

  private static void keep(Work work, Cell cell, byte[] result) {
    try {
      work.finish(cell, CellFile.decode(cell.key(), result));
    } catch (IOException damaged) {
      throw new IllegalStateException(
          "the result of cell %s arrived damaged (%s); go on with --resume"
              .formatted(cell.key(), damaged.getMessage()),
          damaged);
    }
  }
}
