package org.steadymi.benchmarks.baselines;

import java.util.List;
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

  /**
   * How it was run.
   *
   * @param command that makes these figures, without the files it writes
   * @param rounds laps of each contender
   * @param seconds wall time of a lap, about
   * @param pinning where processes of one thread ran, in words
   */
  record Setup(String command, int rounds, double seconds, String pinning) {}
}
