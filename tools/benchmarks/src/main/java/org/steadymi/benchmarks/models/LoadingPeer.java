package org.steadymi.benchmarks.models;

import java.nio.file.Path;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.savedmodels.SavedCritic;

/** Loads the model, scores a batch and closes it again. */
final class LoadingPeer implements Peer {
  private static final int BATCH = 64;

  private final Path model;
  private final Pairs batch = GaussianTask.data().pairs(Split.REPORT, 0, BATCH);

  LoadingPeer(Path model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "SavedCritic.load, score, close";
  }

  @Override
  public void prepare(int cycles) {
    // every cycle is the same
  }

  /** The first score, nats. */
  @Override
  public double run(int cycles) {
    double score = Double.NaN;
    for (int i = 0; i < cycles; i++) {
      try (SavedCritic critic = SavedCritic.load(model)) {
        score = critic.score(batch.x().values(), batch.y().values(), BATCH)[0];
      }
    }
    return score;
  }
}
