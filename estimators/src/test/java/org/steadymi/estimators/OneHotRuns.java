package org.steadymi.estimators;

import java.util.List;
import org.steadymi.datasets.OneHot;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.critics.ConcatCritic;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;

/** Runs on 16 one-hot symbols, y = x, by gradient descent: the setting of Choi and Lee 2022. */
final class OneHotRuns {
  private static final OneHot DATA = new OneHot(16);

  private OneHotRuns() {}

  static TrainingConfig config(String loss, int hidden, double learningRate, LoopSettings loop) {
    return TrainingConfig.of(
            DATA,
            new ConcatCritic(
                DATA.xSize(), DATA.ySize(), new ConcatCritic.Settings(hidden, 1, false)),
            LossSpecs.parse(loss))
        .with(new Optimizer.Sgd(learningRate))
        .with(loop)
        .with(Pairing.INDEPENDENT);
  }

  static List<TrainingResult> train(TrainingConfig config, Schedule schedule) {
    return new Trainer(config.with(schedule), TrainingProgress.NONE).train();
  }
}
