package org.steadymi.evaluator;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.evaluator.readout.ReadOut;

/**
 * What to evaluate a model on.
 *
 * @param data the source of pairs; empty for the one that the model's manifest names
 * @param sampling which pairs of it
 * @param readOuts read-outs besides the default set
 * @param probing whether to test the encoder's features
 */
public record Evaluation(
    Optional<PairSource> data, SamplingPlan sampling, List<ReadOut> readOuts, Probing probing) {
  /** The model's own data, {@link SamplingPlan#DEFAULT}, the default read-outs, no probe. */
  public static final Evaluation DEFAULT =
      new Evaluation(Optional.empty(), SamplingPlan.DEFAULT, List.of(), Probing.NONE);

  /** Copies the list. */
  public Evaluation {
    readOuts = List.copyOf(readOuts);
  }

  /** The same on other data. */
  public Evaluation withData(PairSource source) {
    return new Evaluation(Optional.of(source), sampling, readOuts, probing);
  }

  /** The same on other pairs. */
  public Evaluation withSampling(Sampling other) {
    return new Evaluation(data, SamplingPlan.of(other), readOuts, probing);
  }

  /** The same with these read-outs besides the default set. */
  public Evaluation withReadOuts(List<ReadOut> more) {
    return new Evaluation(data, sampling, more, probing);
  }

  /** The same with the probe. */
  public Evaluation withProbe() {
    return new Evaluation(data, sampling, readOuts, Probing.BESIDE_INPUTS);
  }

  /** The same with the probe of the features alone. */
  public Evaluation withProbeOfFeatures() {
    return new Evaluation(data, sampling, readOuts, Probing.OF_FEATURES);
  }
}
