package org.steadymi.evaluator;

import java.util.Optional;
import java.util.OptionalInt;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Split;
import org.steadymi.savedmodels.proto.Manifest;

/**
 * Which pairs to score, as far as it can be said before model and data are known.
 *
 * @param split where pairs are drawn from
 * @param pairs how many pairs at most
 * @param batch K; empty for {@value Sampling#DEFAULT_BATCH}, or where rows are paired by their
 *     class, for the batch that the model was trained with, since there the ceilings are those of
 *     its own task
 * @param seed of the draws
 */
public record SamplingPlan(Split split, int pairs, OptionalInt batch, long seed) {
  /** Everything as {@link Sampling#DEFAULT}, K left open. */
  public static final SamplingPlan DEFAULT =
      new SamplingPlan(
          Sampling.DEFAULT.split(),
          Sampling.DEFAULT.pairs(),
          OptionalInt.empty(),
          Sampling.DEFAULT.seed());

  /** A plan that leaves nothing open. */
  public static SamplingPlan of(Sampling sampling) {
    return new SamplingPlan(
        sampling.split(), sampling.pairs(), OptionalInt.of(sampling.batch()), sampling.seed());
  }

  /**
   * The plan on data of that pairing.
   *
   * @throws IllegalArgumentException if the numbers fit no batch
   */
  Sampling on(Pairing pairing, Optional<Manifest> manifest) {
    boolean byClass = pairing == Pairing.LABELS || pairing == Pairing.SAME_LABEL;
    int open =
        manifest
            .map(m -> m.getTraining().getBatch())
            .filter(trained -> byClass && Sampling.allows(trained))
            .orElse(Sampling.DEFAULT_BATCH);
    return new Sampling(split, pairs, batch.orElse(open), seed);
  }
}
