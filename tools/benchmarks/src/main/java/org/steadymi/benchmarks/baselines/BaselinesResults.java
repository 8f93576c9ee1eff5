package org.steadymi.benchmarks.baselines;

import java.util.List;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;

/**
 * All that one run found.
 *
 * @param machine where
 * @param setup how
 * @param contests one per task
 * @param notes what was left out and why, one line each
 */
record BaselinesResults(
    Machine machine, Setup setup, List<KsgContest> contests, List<String> notes) {
  /** Copies the lists. */
  BaselinesResults {
    contests = List.copyOf(contests);
    notes = List.copyOf(notes);
  }
}
