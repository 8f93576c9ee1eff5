package org.steadymi.benchmarks.training;

import java.util.List;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.GraphPairs;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.GraphSampler;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.graphs.training.ScoreSource;
import org.steadymi.graphs.training.TrainingLoop;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/**
 * What every contender trains on, as {@code peers/protocol.py} states it: 20-dimensional Gaussian
 * pairs with 4 nats, the separable critic 20-H-H-32, InfoNCE on fresh batches of 64, Adam.
 */
public final class GaussianTask {
  /** In one sentence, for reports. */
  public static final String DESCRIPTION =
      "20-dimensional Gaussian pairs with 4 nats (ρ = 0.5742), separable critic 20-H-H-32, InfoNCE on fresh batches of 64,"
          + " Adam at 5e-4.";

  private static final int DIMENSION = 20;
  private static final double NATS = 4;
  private static final int HIDDEN_LAYERS = 2;
  private static final int FEATURES = 32;
  private static final int BATCH = 64;
  private static final double LEARNING_RATE = 5e-4;
  private static final int SEED = 1;

  private GaussianTask() {}

  /** The pairs. */
  public static Gaussian data() {
    return Gaussian.ofMi(DIMENSION, NATS);
  }

  /** The critic with hidden layers of that width. */
  public static Critic critic(int hidden) {
    return new SeparableCritic(
        DIMENSION, DIMENSION, new SeparableCritic.Settings(hidden, HIDDEN_LAYERS, FEATURES, false));
  }

  /** A training loop, to be closed by the caller. */
  static TrainingLoop loop(int hidden, int replicas) {
    Critic critic = critic(hidden);
    return new TrainingLoop(
        new ParameterLayout(critic.parameters()),
        new MatrixSource(critic, data().sampler(Split.TRAIN)),
        Losses.named("infonce"),
        new Optimizer.Adam(LEARNING_RATE),
        new LoopSettings(BATCH, SEED).withReplicas(replicas));
  }

  /** All pairs of a batch drawn in the graph. */
  private record MatrixSource(Critic critic, GraphSampler sampler) implements ScoreSource {
    @Override
    public List<TType> tables() {
      return sampler.tables();
    }

    @Override
    public Scores scores(Ops tf, Parameters parameters, Draw draw) {
      GraphRandom random = new GraphRandom(tf, draw.seed(), draw.step());
      GraphPairs pairs = sampler.draw(tf, draw.tables(), random, draw.leadArray());
      return Scores.matrix(critic.scoreMatrix(tf, parameters, pairs.x(), pairs.y()));
    }
  }
}
