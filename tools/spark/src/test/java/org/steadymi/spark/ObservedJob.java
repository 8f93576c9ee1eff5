package org.steadymi.spark;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.bulk.PartCount;
import org.steadymi.evaluator.bulk.PartsJob;
import org.steadymi.evaluator.scoring.RowFunction;

/**
 * A job that leaves traces where its model is opened, used and closed.
 *
 * @param processes that have opened the model before any part is computed
 */
record ObservedJob(PartsJob job, Traces traces, int processes) implements PartsJob {
  static final String OPENED = "opened";
  static final String USED = "used";
  static final String CLOSED = "closed";

  /** That a model was opened for parts of so many threads. */
  static String asked(int threads) {
    return "asked for threads " + threads;
  }

  /** That TensorFlow started so many for it. */
  static String started(int threads) {
    return "started threads " + threads;
  }

  @Override
  public RowFunction open(int threads) {
    job.open(threads).close(); // starts what a process has once
    ModelThreads before = ModelThreads.now();
    RowFunction model = job.open(threads);
    traces.leave(OPENED);
    traces.leave(asked(threads));
    traces.leave(started(before.nativeOnesSince()));
    return new Observed(model, traces);
  }

  @Override
  public PartCount compute(RowFunction model, int part) {
    traces.leave(USED);
    traces.await(OPENED, processes);
    return job.compute(((Observed) model).observed(), part);
  }

  private record Observed(RowFunction observed, Traces traces) implements RowFunction {
    @Override
    public int xSize() {
      return observed.xSize();
    }

    @Override
    public int ySize() {
      return observed.ySize();
    }

    @Override
    public List<String> columns() {
      return observed.columns();
    }

    @Override
    public List<String> notes() {
      return observed.notes();
    }

    @Override
    public String model() {
      return observed.model();
    }

    @Override
    public Rows apply(Optional<Rows> x, Optional<Rows> y) {
      return observed.apply(x, y);
    }

    @Override
    public void close() {
      observed.close();
      traces.leave(CLOSED);
    }
  }
}
