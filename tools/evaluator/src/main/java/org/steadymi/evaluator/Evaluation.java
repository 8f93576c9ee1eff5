package org.steadymi.evaluator;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.evaluator.readout.ReadOut;
import org.steadymi.savedmodels.SignatureMapping;

/**
 * What to evaluate a model on.
 *
 * @param data the source of pairs; empty for the one that the model's manifest names
 * @param sampling which pairs of it
 * @param readOuts read-outs besides the default set
 * @param probing whether to test the encoder's features
 * @param mapping how the signatures of a model of another program are to be read
 */
public record Evaluation(
    Optional<PairSource> data,
    SamplingPlan sampling,
    List<ReadOut> readOuts,
    Probing probing,
    SignatureMapping mapping) {
  /** The model's own data, {@link SamplingPlan#DEFAULT}, the default read-outs, no probe. */
  public static final Evaluation DEFAULT =
      new Evaluation(
          Optional.empty(),
          SamplingPlan.DEFAULT,
          List.of(),
          Probing.NONE,
          SignatureMapping.AUTOMATIC);

  /** Copies the list. */
  public Evaluation {
    readOuts = List.copyOf(readOuts);
  }

  /** The same on other data. */
  public Evaluation withData(PairSource source) {
    return new Evaluation(Optional.of(source), sampling, readOuts, probing, mapping);
  }

  /** The same on other pairs. */
  public Evaluation withSampling(Sampling other) {
    return new Evaluation(data, SamplingPlan.of(other), readOuts, probing, mapping);
  }

  /** The same with these read-outs besides the default set. */
  public Evaluation withReadOuts(List<ReadOut> more) {
    return new Evaluation(data, sampling, more, probing, mapping);
  }

  /** The same with the probe. */
  public Evaluation withProbe() {
    return new Evaluation(data, sampling, readOuts, Probing.BESIDE_INPUTS, mapping);
  }

  /** The same with the probe of the features alone. */
  public Evaluation withProbeOfFeatures() {
    return new Evaluation(data, sampling, readOuts, Probing.OF_FEATURES, mapping);
  }

  /** The same with a model whose signatures are read like this. */
  public Evaluation withMapping(SignatureMapping other) {
    return new Evaluation(data, sampling, readOuts, probing, other);
  }
}
