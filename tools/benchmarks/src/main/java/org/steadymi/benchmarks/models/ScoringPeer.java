package org.steadymi.benchmarks.models;

import java.nio.file.Path;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.savedmodels.SavedCritic;

/** Scores aligned pairs in chunks, each drawn on the host just before. */
final class ScoringPeer implements Peer {
  private static final int CHUNK = 4096;

  private final PairSource source = GaussianTask.data();
  private final SavedCritic critic;

  ScoringPeer(Path model) {
    critic = SavedCritic.load(model);
  }

  @Override
  public String name() {
    return "SavedCritic.score";
  }

  @Override
  public void prepare(int pairs) {
    run(CHUNK);
  }

  /** The mean score J, nats. */
  @Override
  public double run(int pairs) {
    double sum = 0;
    for (int from = 0; from < pairs; from += CHUNK) {
      Pairs chunk = source.pairs(Split.REPORT, from, Math.min(CHUNK, pairs - from));
      for (float score : critic.score(chunk.x().values(), chunk.y().values(), chunk.count())) {
        sum += score;
      }
    }
    return sum / pairs;
  }

  @Override
  public void close() {
    critic.close();
  }
}
