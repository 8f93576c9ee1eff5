package org.steadymi.laboratory.known;

import java.util.Map;
import org.steadymi.datasets.KnownMi;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.estimators.baselines.Baseline;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Estimation;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.estimators.sample.Variable;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;

/**
 * One estimate from one sample, on one thread. All methods see the same rows of a task and seed. It
 * keeps no state; an interrupted estimate begins again. Its seconds differ between two runs, and
 * nothing else of it does.
 *
 * @param task what is drawn from
 * @param method one of {@link SampleMethods}
 * @param rows size of the sample
 * @param seed of the sample and of the estimate
 */
record EstimateCell(KnownTask task, String method, int rows, int seed) implements Cell {
  static final int THREADS = 1;

  /** An estimate with critics in units of progress; a baseline is one. */
  private static final int PARTS = 100;

  private static final double NANOS = 1e9;

  @Override
  public CellKey key() {
    return key(task, method, rows, seed);
  }

  static CellKey key(KnownTask task, String method, int rows, int seed) {
    return CellKey.of(Map.of("task", task.id(), "method", method, "rows", rows, "seed", seed));
  }

  /** Parts of the estimate, of which it has as many whatever its candidates are. */
  @Override
  public long steps() {
    return baseline() ? 1 : PARTS;
  }

  @Override
  public long cost() {
    return steps() * rows * (task.xSize() + task.ySize());
  }

  @Override
  public CellResult run(CellContext context) {
    Pairs pairs = new KnownMi(task).pairs(Split.TRAIN, seed, rows);
    Points x = Points.of(pairs.x());
    Points y = Points.of(pairs.y());
    long start = System.nanoTime();
    return baseline() ? baseline(x, y, start, context) : critics(x, y, start, context);
  }

  private boolean baseline() {
    return SampleMethods.BASELINES.contains(method);
  }

  private CellResult baseline(Points x, Points y, long start, CellContext context) {
    Baseline baseline = SampleMethods.baseline(method, seed).orElseThrow();
    CellResult result =
        EstimateOutcome.encode(baseline.estimate(x, y), task.mi(), secondsSince(start));
    context.advance(steps());
    return result;
  }

  private CellResult critics(Points x, Points y, long start, CellContext context) {
    EstimateOptions options =
        EstimateOptions.DEFAULTS.withMethod(method).withSeed(seed).withThreads(THREADS);
    Estimation estimation =
        Estimation.of(
            new Variable(x, false), new Variable(y, false), options, new Parts(context, steps()));
    return EstimateOutcome.encode(estimation.estimate(), task.mi(), secondsSince(start));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOS;
  }

  /** Tells a context how far an estimate is, and stops it where the context asks to. */
  private static final class Parts implements EstimationProgress {
    private final CellContext context;
    private final long parts;
    private long told;

    Parts(CellContext context, long parts) {
      this.context = context;
      this.parts = parts;
    }

    /** Called by one thread. */
    @Override
    public void at(int done, int total, String what) {
      long now = parts * done / total;
      context.advance(now - told);
      told = now;
      if (context.stopping()) {
        throw new StoppedException();
      }
    }
  }
}
