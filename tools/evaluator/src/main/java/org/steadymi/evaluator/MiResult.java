package org.steadymi.evaluator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.steadymi.datasets.PairSource;
import org.steadymi.evaluator.readout.PairCounts;
import org.steadymi.evaluator.readout.ReadOut;
import org.steadymi.evaluator.readout.ReadOutAccumulator;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.evaluator.readout.ScoreLevels;
import org.steadymi.evaluator.readout.Selection;

/**
 * Mutual information by every read-out.
 *
 * @param sampling what was drawn
 * @param counts the pairs behind the numbers
 * @param own the read-out that is the value of the model's own loss, where that is known
 * @param readings the numbers, in nats
 * @param levels where the scores lie
 */
public record MiResult(
    Sampling sampling,
    PairCounts counts,
    Optional<ReadOut> own,
    List<Reading> readings,
    ScoreLevels levels) {
  /** Copies the list. */
  public MiResult {
    readings = List.copyOf(readings);
  }

  /**
   * Draws batch after batch, scores it and reads it; holds one batch at a time.
   *
   * @param selection the read-outs, of which those are applied that the layout of the batches
   *     allows
   * @throws IllegalArgumentException if no batch holds a joint pair
   */
  public static MiResult evaluate(
      PairSource source, PairScorer critic, Sampling sampling, Selection selection) {
    var batches = new ScoredBatches(source, critic, sampling);
    var readOuts = new ReadOutAccumulator(selection.of(batches.layout()));
    for (int b = 0; b < sampling.batches(); b++) {
      readOuts.add(batches.batch(b));
    }
    if (readOuts.empty()) {
      throw new IllegalArgumentException(
          "%s: no batch of %d rows holds two of one class; use a larger --batch"
              .formatted(source.spec(), sampling.batch()));
    }
    return new MiResult(
        sampling, readOuts.counts(), selection.own(), readOuts.readings(), readOuts.levels());
  }

  /** The largest value that a read-out can give here, where there is one. */
  public OptionalDouble ceiling(ReadOut readOut) {
    return readOut.ceiling(counts.layout().contrasted());
  }

  /** Whether a reading is the value of the model's own loss. */
  public boolean isOwn(Reading reading) {
    return own.filter(reading.readOut()::equals).isPresent();
  }
}
