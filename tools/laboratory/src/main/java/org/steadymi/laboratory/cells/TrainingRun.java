package org.steadymi.laboratory.cells;

import java.util.List;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.State;
import org.steadymi.graphs.training.TrainingLoop;

/**
 * A training that can be interrupted: it goes in chunks, keeps checkpoints of everything the loop
 * carries and of the curves so far, and continues from the latest one. A loop is the same bit for
 * bit wherever it is cut, so an interrupted run ends in the same bytes as one that was not.
 */
public final class TrainingRun {
  /**
   * Steps between two looks at whether to stop. Chunks end at its multiples, wherever a run began,
   * so that what is measured or given up there does not depend on interruptions.
   */
  private static final int CHUNK = 50;

  private final Training training;
  private final CellContext context;
  private final int every;
  private final Probe probe;

  /** Measures all critics of a loop at one step. */
  @FunctionalInterface
  public interface Probe {
    /** Any number of floats, the same number at each call. */
    float[] measure(State state);
  }

  /**
   * What a training gave.
   *
   * @param curves one per replica; where it exploded it ends with the first step not finite
   * @param probes what the probe measured, in the order of steps
   */
  public record Outcome(List<Curve> curves, List<float[]> probes) {}

  /** A training that measures nothing beside the curves. */
  public TrainingRun(Training training, CellContext context) {
    this(training, context, training.steps(), state -> new float[0]);
  }

  /** A training that is measured after every so many steps, and after the last. */
  public TrainingRun(Training training, CellContext context, int every, Probe probe) {
    this.training = training;
    this.context = context;
    this.every = every;
    this.probe = probe;
  }

  /**
   * Trains to the end, or to where no replica is finite any more.
   *
   * @throws StoppedException if the context asks to stop
   */
  public Outcome run() {
    try (TrainingLoop loop = training.start()) {
      TrainingCheckpoint progress = begin(loop);
      new Chunks(loop, progress).finish(context);
      context.advance(steps(training.steps() - loop.step()));
      return new Outcome(progress.curves(), progress.probes());
    }
  }

  private TrainingCheckpoint begin(TrainingLoop loop) {
    return context
        .checkpoint()
        .map(
            bytes -> {
              TrainingCheckpoint progress = TrainingCheckpoint.decode(bytes, loop);
              context.advance(steps(loop.step()));
              return progress;
            })
        .orElseGet(() -> TrainingCheckpoint.start(training.loop().replicas()));
  }

  /** Steps of all replicas. */
  private long steps(int each) {
    return (long) each * training.loop().replicas();
  }

  /** The training between two looks at whether to stop. */
  private final class Chunks implements Resumable {
    private final TrainingLoop loop;
    private final TrainingCheckpoint progress;

    Chunks(TrainingLoop loop, TrainingCheckpoint progress) {
      this.loop = loop;
      this.progress = progress;
    }

    @Override
    public boolean done() {
      return loop.step() == training.steps() || progress.exploded();
    }

    @Override
    public long advance() {
      int steps = end(loop.step()) - loop.step();
      progress.extend(loop.run(steps));
      if (loop.step() % every == 0 || loop.step() == training.steps()) {
        progress.probes().add(probe.measure(loop.state()));
      }
      return steps(steps);
    }

    @Override
    public byte[] state() {
      return progress.encode(loop.state());
    }

    /** Where the chunk ends that holds the given step. */
    private int end(int step) {
      int chunk = (step / CHUNK + 1) * CHUNK;
      int measured = (step / every + 1) * every;
      return Math.min(Math.min(chunk, measured), training.steps());
    }
  }
}
