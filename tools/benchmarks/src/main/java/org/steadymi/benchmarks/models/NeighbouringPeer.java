package org.steadymi.benchmarks.models;

import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.evaluator.probe.LabelledSplits;
import org.steadymi.evaluator.probe.NearestNeighbour;
import org.steadymi.evaluator.probe.Similarity;

/** Looks for the nearest training row of every report row, by every similarity. */
final class NeighbouringPeer implements Peer {
  private static final int WARM_UP = 5_000;

  private LabelledSplits splits;

  @Override
  public String name() {
    return "NearestNeighbour.accuracies";
  }

  @Override
  public void prepare(int trainingRows) {
    splits = SyntheticFeatures.of(WARM_UP);
    run(WARM_UP);
    splits = SyntheticFeatures.of(trainingRows);
  }

  /** The accuracy by cosine. */
  @Override
  public double run(int trainingRows) {
    return new NearestNeighbour(splits.train())
        .accuracies(splits.report())
        .get(Similarity.COSINE)
        .value();
  }
}
