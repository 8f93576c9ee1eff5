package org.steadymi.benchmarks.images;

import java.util.List;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * All that one run found.
 *
 * @param machine where
 * @param setup how
 * @param contests one per network and number of threads
 * @param traces one per network
 * @param packing one reply per process that read and packed an image set
 * @param notes what was left out of all contests and why, one line each
 */
record ImageResults(
    Machine machine,
    Setup setup,
    List<ImageContest> contests,
    List<StepTimes> traces,
    List<Reply> packing,
    List<String> notes) {
  /** Copies the lists. */
  ImageResults {
    contests = List.copyOf(contests);
    traces = List.copyOf(traces);
    packing = List.copyOf(packing);
    notes = List.copyOf(notes);
  }
}
