package org.steadymi.estimators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.ScoreSource;
import org.steadymi.graphs.training.State;
import org.steadymi.graphs.training.TrainingLoop;

/**
 * Trains critics on the training split, chooses the checkpoint with the highest objective on the
 * selection split and reports its value on the report split.
 */
public final class Trainer {
  private final TrainingConfig config;
  private final TrainingProgress progress;
  private final Snapshots snapshots;
  private final ParameterLayout layout;

  /** A trainer of that configuration. */
  public Trainer(TrainingConfig config, TrainingProgress progress) {
    this(config, progress, Snapshots.NONE);
  }

  /** A trainer of that configuration whose every checkpoint is seen. */
  public Trainer(TrainingConfig config, TrainingProgress progress, Snapshots snapshots) {
    this.config = config;
    this.progress = progress;
    this.snapshots = snapshots;
    this.layout = config.layout();
  }

  /** Trains all replicas; ends early if none of them is finite any more. */
  public List<TrainingResult> train() {
    long start = System.nanoTime();
    List<Run> runs = IntStream.range(0, config.loop().replicas()).mapToObj(Run::new).toList();
    TrainingConfig.Schedule schedule = config.schedule();
    try (TrainingLoop loop = trainingLoop();
        FrozenCritic selection =
            new FrozenCritic(
                config, Split.SELECTION, schedule.selectionBatches(), config.loop().replicas())) {
      judge(runs, loop.state(), selection, start);
      while (loop.step() < schedule.steps() && runs.stream().anyMatch(Run::finite)) {
        List<Curve> curves =
            loop.run(Math.min(schedule.checkpointEvery(), schedule.steps() - loop.step()));
        runs.forEach(run -> run.extend(curves.get(run.replica)));
        judge(runs, loop.state(), selection, start);
        progress.at(loop.step(), schedule.steps(), latestValue(runs));
      }
    }
    return report(runs, start);
  }

  private TrainingLoop trainingLoop() {
    ScoreSource source = config.scores(Split.TRAIN, config.loss().bound().noise());
    return new TrainingLoop(layout, source, config.loss(), config.optimizer(), config.loop());
  }

  private void judge(List<Run> runs, State state, FrozenCritic selection, long start) {
    List<Curve> measured = selection.measure(state.variables().get(0));
    for (Run run : runs) {
      Checkpoint latest = run.judge(state, measured.get(run.replica));
      snapshots.taken(run.result(latest, BatchMean.NONE, start));
    }
  }

  private List<TrainingResult> report(List<Run> runs, long start) {
    List<TrainingResult> results = new ArrayList<>();
    try (FrozenCritic report =
        new FrozenCritic(config, Split.REPORT, config.schedule().reportBatches(), 1)) {
      for (Run run : runs) {
        Curve curve = report.measure(run.selected.parameters()).get(0);
        BatchMean estimate = BatchMean.of(curve.series(Metric.VALUE));
        results.add(run.result(run.selected, estimate, start));
      }
    }
    return results;
  }

  private static double latestValue(List<Run> runs) {
    return runs.stream()
        .filter(Run::finite)
        .mapToDouble(run -> run.latestValue)
        .average()
        .orElse(Double.NaN);
  }

  /** One replica while it trains. */
  private final class Run {
    private final int replica;
    private Curve curve = new Curve(0, new float[0]);
    private Checkpoint selected;
    private Checkpoint selectedBefore;
    private double latestValue = Double.NaN;
    private boolean finite = true;

    Run(int replica) {
      this.replica = replica;
    }

    boolean finite() {
      return finite;
    }

    /** Adds what was trained; a state that turns out to be where an explosion began is dropped. */
    void extend(Curve next) {
      if (finite) {
        int good = next.firstNonFinite();
        finite = good == next.steps();
        curve = curve.then(finite ? next : next.first(good + 1));
        if (selected.step() >= Diagnostics.firstExplosion(curve)) {
          selected = selectedBefore;
        }
      }
    }

    /**
     * Keeps the state as the selected one if it beats the one before; never one from an explosion
     * on.
     */
    Checkpoint judge(State state, Curve measured) {
      Checkpoint checkpoint = checkpoint(state, measured);
      latestValue = checkpoint.value();
      boolean sound =
          Diagnostics.firstExplosion(curve) == curve.steps() && Diagnostics.withinLimits(measured);
      if (selected == null
          || (sound && config.criterion(checkpoint) > config.criterion(selected))) {
        selectedBefore = selected == null ? checkpoint : selected;
        selected = checkpoint;
      }
      return checkpoint;
    }

    TrainingResult result(Checkpoint checkpoint, BatchMean report, long start) {
      double seconds = (System.nanoTime() - start) / 1e9;
      return new TrainingResult(replica, curve, Diagnostics.of(curve), checkpoint, report, seconds);
    }

    private Checkpoint checkpoint(State state, Curve measured) {
      return new Checkpoint(
          state.step(),
          BatchMean.of(measured.series(Metric.OBJECTIVE)).mean(),
          BatchMean.of(measured.series(Metric.VALUE)).mean(),
          Levels.pooled(measured.series(Metric.LOG_MARGINAL)),
          state.parameters(replica, layout.size()));
    }
  }
}
