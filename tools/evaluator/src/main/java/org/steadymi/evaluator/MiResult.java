package org.steadymi.evaluator;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.evaluator.readout.ReadOut;
import org.steadymi.evaluator.readout.ReadOutAccumulator;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.evaluator.readout.ScoreLevels;
import org.steadymi.evaluator.readout.Selection;

/**
 * Mutual information by every read-out.
 *
 * @param sampling the pairs that were scored
 * @param own the read-out that is the value of the model's own loss, where that is known
 * @param readings the numbers, in nats
 * @param levels where the scores lie
 */
public record MiResult(
    Sampling sampling, Optional<ReadOut> own, List<Reading> readings, ScoreLevels levels) {
  /** Copies the list. */
  public MiResult {
    readings = List.copyOf(readings);
  }

  /**
   * Draws batch after batch, scores it and reads it; holds one batch at a time.
   *
   * @param selection the read-outs, of which those are applied that the size of the batches allows
   */
  public static MiResult evaluate(
      PairSource source, PairScorer critic, Sampling sampling, Selection selection) {
    var readOuts = new ReadOutAccumulator(selection.of(sampling.batch()));
    for (int b = 0; b < sampling.batches(); b++) {
      readOuts.add(
          critic.scores(source.pairs(sampling.split(), sampling.seedOf(b), sampling.batch())));
    }
    return new MiResult(sampling, selection.own(), readOuts.readings(), readOuts.levels());
  }

  /** Whether a reading is the value of the model's own loss. */
  public boolean isOwn(Reading reading) {
    return own.filter(reading.readOut()::equals).isPresent();
  }
}
