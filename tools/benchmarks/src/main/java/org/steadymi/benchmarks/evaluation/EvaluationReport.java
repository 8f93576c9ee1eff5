package org.steadymi.benchmarks.evaluation;

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
 * @param heapMebibytes the Java heap that each process had at most
 * @param measurements one per kind of work and number of pairs
 */
record EvaluationReport(
    Machine machine, String command, int heapMebibytes, List<Measurement> measurements) {

  Report report() {
    return new Report(
        "Speed and memory of evaluation",
        List.of(
            new Report.Paragraph(
                "An exported separable critic 20-256-256-32 on pairs of gaussian:dim=20,mi=4, drawn on the host as they are needed."
                    + " score: aligned pairs in chunks of 4,096. evaluate: loading and every read-out, on 64×64 score matrices."
                    + " Each line is a process of its own with at most %d MiB of Java heap and TensorFlow's default threads. The result is the mean score, or the InfoNCE estimate."
                        .formatted(heapMebibytes)),
            new Report.Paragraph(machine.describe() + ". Made by:"),
            new Report.Listing(command),
            table()));
  }

  private Table table() {
    Table table =
        new Table("work", "pairs", "s", "pairs/s", "µs/pair", "peak memory", "result, nats");
    for (Measurement m : measurements) {
      table.row(
          m.work(),
          Format.number("%,d", m.pairs()),
          Format.number("%.2f", m.seconds()),
          Format.number("%,.0f", m.pairs() / m.seconds()),
          Format.number("%.2f", m.microsecondsPerPair()),
          Format.mebibytes(m.peakKib()),
          Format.number("%.3f", m.nats()));
    }
    return table;
  }
}
