package org.steadymi.laboratory.cells;

import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.PairScores;
import org.steadymi.estimators.Pairing;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.graphs.training.ScoreSource;
import org.steadymi.graphs.training.TrainingLoop;

/**
 * Critics to be trained side by side in one graph.
 *
 * @param layout their parameters
 * @param source draws and scores batches
 * @param loss what is maximised and what is recorded
 * @param optimizer how
 * @param loop batch size, replicas, seed
 * @param steps how long
 */
public record Training(
    ParameterLayout layout,
    ScoreSource source,
    Loss loss,
    Optimizer optimizer,
    LoopSettings loop,
    int steps) {

  /** Critics on the training split of a source. */
  public static Training of(Critic critic, PairSource data, Pairing pairing, Loss loss) {
    return new Training(
        new ParameterLayout(critic.parameters()),
        new PairScores(critic, data.sampler(Split.TRAIN), pairing),
        loss,
        new Optimizer.Adam(5e-4),
        new LoopSettings(64, 0),
        4000);
  }

  /** This training with another optimiser. */
  public Training with(Optimizer other) {
    return new Training(layout, source, loss, other, loop, steps);
  }

  /** This training with another batch size, number of replicas and seed, for so many steps. */
  public Training with(LoopSettings otherLoop, int otherSteps) {
    return new Training(layout, source, loss, optimizer, otherLoop, otherSteps);
  }

  TrainingLoop start() {
    return new TrainingLoop(layout, source, loss, optimizer, loop);
  }
}
