package org.steadymi.benchmarks.models;

import java.nio.file.Path;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.estimators.Exports;
import org.steadymi.estimators.Trainer;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingProgress;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.savedmodels.IfPresent;

/** Trains a critic 20-256-256-32 of the {@linkplain GaussianTask#SEPARABLE task} and exports it. */
record ExportingPeer(Path target) implements Peer {
  private static final int HIDDEN = 256;

  @Override
  public String name() {
    return "Trainer.train, Exports.export";
  }

  @Override
  public void prepare(int steps) {
    // nothing here is timed
  }

  /** The estimate on the report split, nats. */
  @Override
  public double run(int steps) {
    TrainingConfig config =
        TrainingConfig.of(
                GaussianTask.data(), GaussianTask.SEPARABLE.critic(HIDDEN), Losses.named("infonce"))
            .with(new TrainingConfig.Schedule(steps));
    TrainingResult result = new Trainer(config, TrainingProgress.NONE).train().get(0);
    Exports.export(target, config, result, IfPresent.REFUSE);
    return result.report().mean();
  }
}
