package org.steadymi.estimators;

import java.util.List;

/**
 * Trains critics on the training split, chooses the checkpoint with the highest objective on the
 * selection split and reports its value on the report split.
 */
public final class Trainer {
  private final TrainingConfig config;
  private final TrainingProgress progress;
  private final Snapshots snapshots;

  /** A trainer of that configuration. */
  public Trainer(TrainingConfig config, TrainingProgress progress) {
    this(config, progress, Snapshots.NONE);
  }

  /** A trainer of that configuration whose every checkpoint is seen. */
  public Trainer(TrainingConfig config, TrainingProgress progress, Snapshots snapshots) {
    this.config = config;
    this.progress = progress;
    this.snapshots = snapshots;
  }

  /** Trains all replicas; ends early if none of them is finite any more. */
  public List<TrainingResult> train() {
    try (TrainingSession session = session()) {
      while (!session.done()) {
        session.advance(config.schedule().checkpointEvery());
      }
      return session.results();
    }
  }

  /** The same training, to be led step by step, and to be closed. */
  public TrainingSession session() {
    return new TrainingSession(config, progress, snapshots);
  }
}
