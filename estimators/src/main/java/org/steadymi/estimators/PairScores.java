package org.steadymi.estimators;

import java.util.List;
import org.steadymi.datasets.GraphPairs;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.GraphSampler;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.graphs.training.ScoreSource;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/** Scores pairs that a source draws in the graph. */
public record PairScores(Critic critic, GraphSampler sampler, Pairing pairing)
    implements ScoreSource {
  @Override
  public List<TType> tables() {
    return sampler.tables();
  }

  @Override
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    GraphRandom random = new GraphRandom(tf, draw.seed(), draw.step());
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
    return sampler.draw(tf, draw.tables(), random, draw.leadArray());
  }
}
