package org.steadymi.benchmarks.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.steadymi.benchmarks.duel.Spread;

/**
 * The command {@code score} on a table, once per round.
 *
 * @param heap that it had
 * @param rows of the table
 * @param runs one per round
 */
record CommandRuns(Heap heap, int rows, List<Run> runs) {
  private static final double KIB = 1024;

  /**
   * A run.
   *
   * @param seconds wall time from start to end
   * @param peakKib the most memory that its processes held in RAM together, KiB
   */
  record Run(double seconds, long peakKib) {}

  /** Copies the list. */
  CommandRuns {
    runs = List.copyOf(runs);
  }

  /** Wall time. */
  Spread seconds() {
    return spread(Run::seconds);
  }

  /** Memory, KiB. */
  Spread peakKib() {
    return spread(Run::peakKib);
  }

  /** How much more memory a row takes, bytes, from a smaller table to this one; of the medians. */
  double bytesPerRow(CommandRuns smaller) {
    return KIB * (peakKib().median() - smaller.peakKib().median()) / (rows - smaller.rows());
  }

  private Spread spread(ToDoubleFunction<Run> figure) {
    return Spread.of(runs.stream().mapToDouble(figure).toArray());
  }
}
