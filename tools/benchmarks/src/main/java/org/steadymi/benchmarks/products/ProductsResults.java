package org.steadymi.benchmarks.products;

import java.util.List;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;

/**
 * All that one run found.
 *
 * @param machine where
 * @param setup how
 * @param contests one per critic and width
 * @param notes what was left out and why, one line each
 */
record ProductsResults(
    Machine machine, Setup setup, List<ProductsContest> contests, List<String> notes) {
  /** Copies the lists. */
  ProductsResults {
    contests = List.copyOf(contests);
    notes = List.copyOf(notes);
  }
}
