package org.steadymi.benchmarks.programs;

import java.util.List;
import java.util.Optional;

/**
 * Programs on one table.
 *
 * @param rows of the table
 * @param runs of each program
 */
record TableRuns(int rows, List<Runs> runs) {
  /** Copies the list. */
  TableRuns {
    runs = List.copyOf(runs);
  }

  /** Those of a contender, if it took part. */
  Optional<Runs> of(EstimateContender contender) {
    return runs.stream().filter(run -> run.label().equals(contender.label())).findFirst();
  }
}
