package org.steadymi.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;

/**
 * The results as a report, and as they are for JSON.
 *
 * @param machine where
 * @param command that makes these figures
 * @param boundKib growth of the second half that is allowed, KiB
 * @param traces one per kind of work
 */
record SoakReport(Machine machine, String command, long boundKib, List<MemoryTrace> traces) {
  private static final int LINES = 10;

  /** Whether no trace grows more than allowed. */
  boolean flat() {
    return traces.stream().allMatch(this::flat);
  }

  Report report() {
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            ("Memory in RAM of a process along its work, its Java heap of a fixed size from the start. Over the second half it may"
                    + " grow by %s: what compiled code and the allocator's caches take, and far less than one batch left behind per"
                    + " training step (5 KiB) or one model per cycle (its weights alone 620 KiB).")
                .formatted(Format.mebibytes(boundKib))));
    blocks.add(new Report.Paragraph(machine.describe() + ". Made by:"));
    blocks.add(new Report.Listing(command));
    for (MemoryTrace trace : traces) {
      blocks.add(new Report.Heading(trace.work()));
      blocks.add(table(trace));
      blocks.add(
          new Report.Paragraph(
              Format.number(
                  "Growth over the second half: %.1f MiB, %.0f bytes per %s: %s.",
                  trace.growthKib() / 1024.0,
                  trace.bytesPerUnit(),
                  trace.unit(),
                  flat(trace) ? "flat" : "NOT FLAT")));
    }
    return new Report("Memory over long use", blocks);
  }

  private boolean flat(MemoryTrace trace) {
    return trace.growthKib() <= boundKib;
  }

  private static Table table(MemoryTrace trace) {
    Table table = new Table(trace.unit() + "s", "memory");
    trace
        .thinned(LINES)
        .forEach(
            point ->
                table.row(
                    Format.number("%,d", point.done()),
                    Format.number("%,.1f MiB", point.residentKib() / 1024.0)));
    return table;
  }
}
