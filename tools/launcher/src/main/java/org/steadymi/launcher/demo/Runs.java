package org.steadymi.launcher.demo;

import java.util.List;
import org.steadymi.estimators.Trainer;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.estimators.Workers;

/** Training with progress counted over many runs. */
final class Runs {
  private Runs() {}

  /** Trains until it is done or its thread is interrupted. */
  static List<TrainingResult> train(TrainingConfig config, Part.Steps steps) {
    int[] before = {0};
    List<TrainingResult> results =
        new Trainer(
                config,
                (done, total, value) -> {
                  Workers.requireGoesOn("demo");
                  steps.done(done - before[0]);
                  before[0] = done;
                })
            .train();
    steps.done(config.schedule().steps() - before[0]);
    return results;
  }
}
