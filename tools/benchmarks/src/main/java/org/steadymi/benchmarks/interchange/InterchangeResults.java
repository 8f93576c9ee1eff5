package org.steadymi.benchmarks.interchange;

import java.util.List;
import java.util.Optional;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.programs.Runs;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * All that one run found.
 *
 * @param machine where
 * @param setup how
 * @param calls one per size of a batch and way of reading
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
   * @param reading how the scores were read
   * @param ours one lap of Java per round
   * @param python the same of Python; empty without its environment
   */
  record Calls(int rows, Reading reading, List<Reply> ours, List<Reply> python) {
    /** Copies the lists. */
    Calls {
      ours = List.copyOf(ours);
      python = List.copyOf(python);
    }

    /** Both against each other, if both took part. */
    Optional<Duel> duel() {
      return python.isEmpty() ? Optional.empty() : Optional.of(new Duel(ours, python));
    }
  }
}
