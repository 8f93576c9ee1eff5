package org.steadymi.estimators;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.ScoreSource;
import org.steadymi.graphs.training.State;
import org.steadymi.graphs.training.TrainingLoop;

/**
 * A training under way. It goes on by any number of steps at a time, and what it has can be kept
 * for another session to take up: the results are the same bit for bit, wherever it was cut.
 *
 * <p>Owns graphs and sessions of TensorFlow; {@link #close()} frees them. Not safe for use by
 * several threads at once.
 */
public final class TrainingSession implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final TrainingConfig config;
  private final TrainingProgress progress;
  private final Snapshots snapshots;
  private final ParameterLayout layout;
  private final long start = System.nanoTime();
  private final TrainingLoop loop;
  private final FrozenCritic selection;

  /** Empty before the first look, which is at the untrained critics. */
  private List<ReplicaState> replicas = List.of();

  TrainingSession(TrainingConfig config, TrainingProgress progress, Snapshots snapshots) {
    this.config = config;
    this.progress = progress;
    this.snapshots = snapshots;
    this.layout = config.layout();
    ScoreSource source = config.scores(Split.TRAIN, config.loss().bound().noise());
    this.loop = new TrainingLoop(layout, source, config.loss(), config.optimizer(), config.loop());
    try {
      this.selection =
          new FrozenCritic(
              config,
              Split.SELECTION,
              config.schedule().selectionBatches(),
              config.loop().replicas());
    } catch (Throwable failed) {
      loop.close();
      throw failed;
    }
  }

  /** The number of the next step. */
  public int step() {
    return loop.step();
  }

  /** Whether all steps are done, or no replica was finite any more at a look. */
  public boolean done() {
    return loop.step() == config.schedule().steps()
        || (isLook(loop.step())
            && !replicas.isEmpty()
            && replicas.stream().noneMatch(TrainingSession::finite));
  }

  /**
   * Trains for some steps: to the next look at the selection split, and no more than so many.
   *
   * @param most at least 1
   * @return how many steps it were
   */
  public int advance(int most) {
    if (replicas.isEmpty()) {
      look();
    }
    int steps = Math.min(most, nextLook() - loop.step());
    List<Curve> next = loop.run(steps);
    replicas = perReplica(r -> replicas.get(r).then(next.get(r)));
    if (isLook(loop.step())) {
      look();
    }
    return steps;
  }

  /** All that it takes to go on from here. */
  public TrainingState state() {
    return new TrainingState(loop.state(), replicas);
  }

  /**
   * Goes on from the state of a session of the same configuration.
   *
   * @throws IllegalArgumentException if the state's variables are not those of this configuration
   */
  public void restore(TrainingState state) {
    loop.restore(state.loop());
    replicas = state.replicas();
  }

  /** What came out, with each selected checkpoint's value on the report split. */
  public List<TrainingResult> results() {
    try (FrozenCritic report =
        new FrozenCritic(config, Split.REPORT, config.schedule().reportBatches(), 1)) {
      return perReplica(
          r -> {
            Checkpoint selected = replicas.get(r).selected();
            Curve curve = report.measure(selected.parameters()).get(0);
            return result(r, selected, BatchMean.of(curve.series(Metric.VALUE)));
          });
    }
  }

  @Override
  public void close() {
    selection.close();
    loop.close();
  }

  private boolean isLook(int step) {
    return step % config.schedule().checkpointEvery() == 0 || step == config.schedule().steps();
  }

  private int nextLook() {
    int every = config.schedule().checkpointEvery();
    long next = (loop.step() / every + 1L) * every;
    return (int) Math.min(next, config.schedule().steps());
  }

  /** Judges the critics as they are now; the first look is at the untrained ones. */
  private void look() {
    State state = loop.state();
    List<Curve> measured = selection.measure(state.variables().get(0));
    List<Checkpoint> latest = perReplica(r -> checkpoint(r, state, measured.get(r)));
    replicas =
        replicas.isEmpty()
            ? latest.stream().map(ReplicaState::untrained).toList()
            : perReplica(r -> judged(replicas.get(r), latest.get(r), measured.get(r)));
    for (int r = 0; r < latest.size(); r++) {
      snapshots.taken(result(r, latest.get(r), BatchMean.NONE));
    }
    if (state.step() > 0) {
      progress.at(state.step(), config.schedule().steps(), value(latest));
    }
  }

  private ReplicaState judged(ReplicaState before, Checkpoint latest, Curve measured) {
    ReplicaState sound = before.withoutExplosion();
    boolean better = config.criterion(latest) > config.criterion(sound.selected());
    return better ? sound.select(latest, measured) : sound;
  }

  private Checkpoint checkpoint(int replica, State state, Curve measured) {
    return new Checkpoint(
        state.step(),
        BatchMean.of(measured.series(Metric.OBJECTIVE)).mean(),
        BatchMean.of(measured.series(Metric.VALUE)).mean(),
        Levels.pooled(measured.series(Metric.LOG_MARGINAL)),
        state.parameters(replica, layout.size()));
  }

  private TrainingResult result(int replica, Checkpoint checkpoint, BatchMean report) {
    Curve curve = replicas.get(replica).curve();
    double seconds = (System.nanoTime() - start) / NANOS;
    return new TrainingResult(replica, curve, checkpoint, report, seconds);
  }

  /** The mean estimate of the replicas that are still finite. */
  private double value(List<Checkpoint> latest) {
    return IntStream.range(0, latest.size())
        .filter(r -> finite(replicas.get(r)))
        .mapToDouble(r -> latest.get(r).value())
        .average()
        .orElse(Double.NaN);
  }

  private static boolean finite(ReplicaState replica) {
    return replica.curve().endsFinite();
  }

  private <T> List<T> perReplica(IntFunction<T> each) {
    return IntStream.range(0, config.loop().replicas()).mapToObj(each).toList();
  }
}
