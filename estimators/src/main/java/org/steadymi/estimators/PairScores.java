package org.steadymi.estimators;

import java.util.List;
import org.steadymi.datasets.GraphPairs;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.GraphSampler;
import org.steadymi.datasets.Pairing;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Noise;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.graphs.training.ScoreSource;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/**
 * Scores pairs that a source draws in the graph.
 *
 * @param critic scores them
 * @param sampler draws them
 * @param pairing where marginal pairs come from
 * @param noise what is added to inputs and scores
 */
public record PairScores(Critic critic, GraphSampler sampler, Pairing pairing, Noise noise)
    implements ScoreSource {
  /** Without noise. */
  public PairScores(Critic critic, GraphSampler sampler, Pairing pairing) {
    this(critic, sampler, pairing, Noise.NONE);
  }

  @Override
  public List<TType> tables() {
    return sampler.tables();
  }

  @Override
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    GraphRandom random = new GraphRandom(tf, draw.seed(), draw.step());
    Scores clean = cleanScores(tf, parameters, draw, random);
    return clean.map(t -> Disturbance.of(tf, t, noise.scores(), random));
  }

  private Scores cleanScores(Ops tf, Parameters parameters, Draw draw, GraphRandom random) {
    GraphPairs joint = sample(tf, draw, random);
    if (pairing == Pairing.MATRIX) {
      return Scores.matrix(critic.scoreMatrix(tf, parameters, joint.x(), joint.y()));
    }
    GraphPairs left = sample(tf, draw, random);
    GraphPairs right = sample(tf, draw, random);
    return Scores.separate(
        critic.score(tf, parameters, joint.x(), joint.y()),
        critic.score(tf, parameters, left.x(), right.y()));
  }

  private GraphPairs sample(Ops tf, Draw draw, GraphRandom random) {
    GraphPairs pairs = sampler.draw(tf, draw.tables(), random, draw.leadArray());
    return new GraphPairs(
        Disturbance.of(tf, pairs.x(), noise.inputs(), random),
        Disturbance.of(tf, pairs.y(), noise.inputs(), random));
  }
}
