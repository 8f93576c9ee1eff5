package org.steadymi.laboratory.cells;

import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.SpecException;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.BatchScores;
import org.steadymi.estimators.Layouts;
import org.steadymi.estimators.LossCritics;
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
 * @param course how
 */
public record Training(ParameterLayout layout, ScoreSource source, Loss loss, Course course) {

  /**
   * How critics are trained.
   *
   * @param optimizer how their parameters are changed
   * @param loop batch size, replicas, seed
   * @param steps how long
   */
  public record Course(Optimizer optimizer, LoopSettings loop, int steps) {}

  /**
   * A loss on the training split of a source, with the critic that it makes of the given one: Adam
   * at 5e-4 for 4,000 steps of 64 pairs.
   *
   * @throws SpecException with one line, if the loss needs a density that the source does not know
   */
  public static Training of(Critic chosen, PairSource data, Pairing pairing, Loss loss) {
    Layouts.require(loss, pairing);
    Critic critic = LossCritics.of(data, chosen, loss);
    return new Training(
        loss.layout(critic),
        BatchScores.of(critic, data, Split.TRAIN, pairing, loss.bound().noise()),
        loss,
        new Course(new Optimizer.Adam(5e-4), new LoopSettings(64, 0), 4000));
  }

  /** Batch size, replicas, seed. */
  public LoopSettings loop() {
    return course.loop;
  }

  /** How long they are trained. */
  public int steps() {
    return course.steps;
  }

  /** This training with another optimiser. */
  public Training with(Optimizer other) {
    return with(new Course(other, course.loop, course.steps));
  }

  /** This training with another batch size, number of replicas and seed, for so many steps. */
  public Training with(LoopSettings otherLoop, int otherSteps) {
    return with(new Course(course.optimizer, otherLoop, otherSteps));
  }

  private Training with(Course other) {
    return new Training(layout, source, loss, other);
  }

  TrainingLoop start() {
    return new TrainingLoop(layout, source, loss, course.optimizer, course.loop);
  }
}
