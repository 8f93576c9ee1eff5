package org.steadymi.estimators;

import org.steadymi.datasets.LabelledDraws;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.SpecException;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.losses.Noise;
import org.steadymi.graphs.training.ScoreSource;

/** Scores of batches that a source draws in the graph, paired one way or another. */
public final class BatchScores {
  private BatchScores() {}

  /**
   * The scores of one split's batches.
   *
   * @throws SpecException with one line, if the source cannot be paired that way
   */
  public static ScoreSource of(
      Critic critic, PairSource data, Split split, Pairing pairing, Noise noise) {
    return switch (pairing) {
      case MATRIX, INDEPENDENT -> new PairScores(critic, data.sampler(split), pairing, noise);
      case LABELS, SAME_LABEL ->
          new LabelledScores(critic, labelled(data, pairing).sampler(split), pairing, noise);
    };
  }

  private static LabelledDraws labelled(PairSource data, Pairing pairing) {
    return data.labelledDraws()
        .filter(draws -> pairing == data.pairing())
        .orElseThrow(
            () ->
                new SpecException(
                    "%s does not draw what is paired by %s; use images with pairs=%s"
                        .formatted(
                            data.spec(),
                            pairing == Pairing.LABELS ? "label" : "class",
                            pairing == Pairing.LABELS ? "supervised" : "contrastive")));
  }
}
