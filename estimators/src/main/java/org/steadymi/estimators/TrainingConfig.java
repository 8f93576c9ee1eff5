package org.steadymi.estimators;

import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Noise;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.graphs.training.ScoreSource;

/**
 * Everything that a training run depends on.
 *
 * @param data where pairs come from
 * @param pairing where marginal pairs come from
 * @param critic what is trained to score them, with the terms of the loss
 * @param loss what is maximised and reported
 * @param course how
 */
public record TrainingConfig(
    PairSource data, Pairing pairing, Critic critic, Loss loss, Course course) {

  /**
   * The loss on its {@linkplain LossCritics critic}, trained by Adam at 5e-4 for 4,000 steps of 64
   * pairs, paired as the source is meant to be: the Gaussian protocol of the literature.
   */
  public static TrainingConfig of(PairSource data, Critic critic, Loss loss) {
    return new TrainingConfig(
        data,
        data.pairing(),
        LossCritics.of(data, critic, loss),
        loss,
        new Course(new Optimizer.Adam(5e-4), new Schedule(4000), new LoopSettings(64, 0)));
  }

  /** Checks that the critic fits the data, and the loss the pairing. */
  public TrainingConfig {
    Layouts.require(loss, pairing);
    boolean normalises = !critic.parameters().stream().allMatch(ParameterSpec::trained);
    if (normalises && pairing == Pairing.INDEPENDENT) {
      throw new IllegalArgumentException(
          "training: a critic with batch normalisation learns from one batch a step, and pairs"
              + " drawn apart are two: take marginal pairs from the batch");
    }
    if (critic.xSize() != data.xSize() || critic.ySize() != data.ySize()) {
      throw new IllegalArgumentException(
          "training: the critic takes rows of %d and %d, the data %s has rows of %d and %d"
              .formatted(critic.xSize(), critic.ySize(), data.spec(), data.xSize(), data.ySize()));
    }
  }

  /** The scores of one split's batches. */
  ScoreSource scores(Split split, Noise noise) {
    return BatchScores.of(critic, data, split, pairing, noise);
  }

  /**
   * What checkpoints are compared by: the bound's objective on the selection split, or its value
   * where the objective moves with a level that training leaves free.
   */
  public double criterion(Checkpoint checkpoint) {
    return loss.bound().comparedByValue() ? checkpoint.value() : checkpoint.objective();
  }

  /** All that training changes. */
  ParameterLayout layout() {
    return loss.layout(critic);
  }

  /** How its parameters are changed. */
  public Optimizer optimizer() {
    return course.optimizer;
  }

  /** How long, and on how many batches critics are chosen and reported. */
  public Schedule schedule() {
    return course.schedule;
  }

  /** Batch size, replicas, seed, device. */
  public LoopSettings loop() {
    return course.loop;
  }

  /** This configuration with another optimiser. */
  public TrainingConfig with(Optimizer other) {
    return with(new Course(other, course.schedule, course.loop));
  }

  /** This configuration with another schedule. */
  public TrainingConfig with(Schedule other) {
    return with(new Course(course.optimizer, other, course.loop));
  }

  /** This configuration with other loop settings. */
  public TrainingConfig with(LoopSettings other) {
    return with(new Course(course.optimizer, course.schedule, other));
  }

  private TrainingConfig with(Course other) {
    return new TrainingConfig(data, pairing, critic, loss, other);
  }

  /** This configuration with another pairing. */
  public TrainingConfig with(Pairing other) {
    return new TrainingConfig(data, other, critic, loss, course);
  }

  /**
   * How a critic is trained.
   *
   * @param optimizer how its parameters are changed
   * @param schedule how long, and on how many batches critics are chosen and reported
   * @param loop batch size, replicas, seed, device
   */
  public record Course(Optimizer optimizer, Schedule schedule, LoopSettings loop) {}

  /**
   * How long to train and how often to look.
   *
   * @param steps training steps
   * @param checkpointEvery steps between two looks at the selection split
   * @param selectionBatches batches of the selection split that a checkpoint is judged by
   * @param reportBatches batches of the report split that the chosen checkpoint is reported on
   */
  public record Schedule(int steps, int checkpointEvery, int selectionBatches, int reportBatches) {
    /** Looks about 20 times, on 32 batches, and reports on 256. */
    public Schedule(int steps) {
      this(steps, Math.max(1, steps / 20), 32, 256);
    }

    /** Checks the numbers. */
    public Schedule {
      require("steps", steps);
      require("steps between checkpoints", checkpointEvery);
      require("batches of the selection split", selectionBatches);
      require("batches of the report split", reportBatches);
    }

    private static void require(String what, int count) {
      if (count < 1) {
        throw new IllegalArgumentException(
            "training: expected 1 or more %s, found %d".formatted(what, count));
      }
    }
  }
}
