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
 * @param probe whether to test the encoder's features by linear probe and nearest neighbours
 */
public record Evaluation(
    Optional<PairSource> data, Sampling sampling, List<ReadOut> readOuts, boolean probe) {
  /** The model's own data, {@link Sampling#DEFAULT}, the default read-outs, no probe. */
  public static final Evaluation DEFAULT =
      new Evaluation(Optional.empty(), Sampling.DEFAULT, List.of(), false);

  /** Copies the list. */
  public Evaluation {
    readOuts = List.copyOf(readOuts);
  }

  /** The same on other data. */
  public Evaluation withData(PairSource source) {
    return new Evaluation(Optional.of(source), sampling, readOuts, probe);
  }

  /** The same on other pairs. */
  public Evaluation withSampling(Sampling other) {
    return new Evaluation(data, other, readOuts, probe);
  }

  /** The same with these read-outs besides the default set. */
  public Evaluation withReadOuts(List<ReadOut> more) {
    return new Evaluation(data, sampling, more, probe);
  }

  /** The same with the probe. */
  public Evaluation withProbe() {
    return new Evaluation(data, sampling, readOuts, true);
  }
}
