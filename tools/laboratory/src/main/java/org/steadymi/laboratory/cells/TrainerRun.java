package org.steadymi.laboratory.cells;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.estimators.Trainer;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingProgress;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.estimators.TrainingSession;

/**
 * The training of one critic by a {@link Trainer} that can be interrupted: it keeps checkpoints of
 * all that the loop carries, of the curve, of the critics that are selected so far and of what was
 * measured, and continues from the latest one. An interrupted run ends in the same bytes as one
 * that was not.
 */
public final class TrainerRun {
  private final TrainingConfig config;
  private final CellContext context;
  private final Look look;

  /** Measures the critic at one look at the selection split, the first of which is untrained. */
  @FunctionalInterface
  public interface Look {
    /**
     * Any number of floats.
     *
     * @param soFar the run as {@link org.steadymi.estimators.Snapshots} see it
     */
    float[] measure(TrainingResult soFar);
  }

  /**
   * What a training gave.
   *
   * @param result with the selected critic
   * @param looks what was measured, in the order of steps
   */
  public record Outcome(TrainingResult result, List<float[]> looks) {}

  /** A training that measures nothing beside the curve. */
  public TrainerRun(TrainingConfig config, CellContext context) {
    this(config, context, soFar -> new float[0]);
  }

  /** A training that is measured at each look at the selection split. */
  public TrainerRun(TrainingConfig config, CellContext context, Look look) {
    this.config = config;
    this.context = context;
    this.look = look;
  }

  /**
   * Trains to the end, or to where the critic is not finite any more.
   *
   * @throws StoppedException if the context asks to stop
   */
  public Outcome run() {
    List<float[]> looks = new ArrayList<>();
    Trainer trainer =
        new Trainer(config, TrainingProgress.NONE, soFar -> looks.add(look.measure(soFar)));
    try (TrainingSession session = trainer.session()) {
      context
          .checkpoint()
          .map(TrainerCheckpoint::decode)
          .ifPresent(c -> restore(c, session, looks));
      new Chunks(session, looks).finish(context);
      context.advance(config.schedule().steps() - session.step());
      return new Outcome(session.results().get(0), looks);
    }
  }

  private void restore(TrainerCheckpoint checkpoint, TrainingSession session, List<float[]> looks) {
    session.restore(checkpoint.training());
    looks.addAll(checkpoint.looks());
    context.advance(session.step());
  }

  /** The training between two looks at whether to stop. */
  private static final class Chunks implements Resumable {
    /** What a chunk is to take, so that a cell that is asked to stop does so soon. */
    private static final double NANOS = 0.5e9;

    /** Steps of a chunk that were quick. */
    private static final int MOST = 50;

    private final TrainingSession session;
    private final List<float[]> looks;
    private int next = 1;

    Chunks(TrainingSession session, List<float[]> looks) {
      this.session = session;
      this.looks = looks;
    }

    @Override
    public boolean done() {
      return session.done();
    }

    /** Where a training is cut makes no difference to it, so that it may depend on time. */
    @Override
    public long advance() {
      long start = System.nanoTime();
      int steps = session.advance(next);
      double each = (double) (System.nanoTime() - start) / steps;
      next = (int) Math.max(1, Math.min(MOST, NANOS / each));
      return steps;
    }

    @Override
    public byte[] state() {
      return new TrainerCheckpoint(session.state(), looks).encode();
    }
  }
}
