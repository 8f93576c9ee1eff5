package org.steadymi.evaluator;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.evaluator.readout.ReadOut;
import org.steadymi.evaluator.readout.ReadOutAccumulator;
import org.steadymi.evaluator.readout.ReadOuts;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.evaluator.readout.ScoreLevels;

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
   * @param own the read-out of the model's own loss, where that is known
   */
  public static MiResult evaluate(
      PairSource source, PairScorer critic, Sampling sampling, Optional<ReadOut> own) {
    var readOuts = new ReadOutAccumulator(own.map(ReadOuts::allAnd).orElseGet(ReadOuts::all));
    for (int b = 0; b < sampling.batches(); b++) {
      readOuts.add(
          critic.scores(source.pairs(sampling.split(), sampling.seedOf(b), sampling.batch())));
    }
    return new MiResult(sampling, own, readOuts.readings(), readOuts.levels());
  }

  /** Whether a reading is the value of the model's own loss. */
  public boolean isOwn(Reading reading) {
    return own.filter(reading.readOut()::equals).isPresent();
  }
}
