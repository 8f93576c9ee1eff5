package org.steadymi.benchmarks.interchange;

import java.util.List;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.programs.Runs;

/**
 * All that one run found.
 *
 * @param machine where
 * @param setup how
 * @param calls one per size of a batch
 * @param programs times of whole programs, ours first
 * @param notes what was left out and why, one line each
 */
record InterchangeResults(
    Machine machine, Setup setup, List<Calls> calls, List<Runs> programs, List<String> notes) {
  /** Copies the lists. */
  InterchangeResults {
    calls = List.copyOf(calls);
    programs = List.copyOf(programs);
    notes = List.copyOf(notes);
  }

  /**
   * Calls of {@code score_matrix}.
   *
   * @param rows of x and of y in a call
   * @param duel laps of Java and of Python
   */
  record Calls(int rows, Duel duel) {}
}
