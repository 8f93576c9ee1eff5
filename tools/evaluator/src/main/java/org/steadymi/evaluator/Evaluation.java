package org.steadymi.evaluator;

import java.util.Optional;
import org.steadymi.datasets.PairSource;

/**
 * What to evaluate a model on.
 *
 * @param data the source of pairs; empty for the one that the model's manifest names
 * @param sampling which pairs of it
 * @param probe whether to test the encoder's features by linear probe and nearest neighbours
 */
public record Evaluation(Optional<PairSource> data, Sampling sampling, boolean probe) {
  /** The model's own data, {@link Sampling#DEFAULT}, no probe. */
  public static final Evaluation DEFAULT =
      new Evaluation(Optional.empty(), Sampling.DEFAULT, false);

  /** The same on other data. */
  public Evaluation withData(PairSource source) {
    return new Evaluation(Optional.of(source), sampling, probe);
  }

  /** The same on other pairs. */
  public Evaluation withSampling(Sampling other) {
    return new Evaluation(data, other, probe);
  }

  /** The same with the probe. */
  public Evaluation withProbe() {
    return new Evaluation(data, sampling, true);
  }
}
