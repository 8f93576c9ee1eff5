package org.steadymi.benchmarks.evaluation;

import java.util.List;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.benchmarks.programs.ScoredTable;

/**
 * The results as a report, and as they are for JSON.
 *
 * @param machine where
 * @param command that makes these figures
 * @param heapMebibytes the Java heap that each process had at most
 * @param measurements one per kind of work and number of units
 */
record EvaluationReport(
    Machine machine, String command, int heapMebibytes, Measurements measurements) {
  /** More memory for a row than this is no flat memory. */
  private static final int FLAT_BYTES = ScoredTable.ROW_BYTES / 10;

  /**
   * Every process, by what a unit of its work is.
   *
   * @param pairs scored and evaluated
   * @param features training rows of the probe and of neighbours
   * @param commands rows of tables, smaller ones first
   */
  record Measurements(
      List<Measurement> pairs, List<Measurement> features, List<CommandRuns> commands) {
    /** Copies the lists. */
    Measurements {
      pairs = List.copyOf(pairs);
      features = List.copyOf(features);
      commands = List.copyOf(commands);
    }

    /** The runs with a heap. */
    List<CommandRuns> commands(Heap heap) {
      return commands.stream().filter(runs -> runs.heap() == heap).toList();
    }
  }

  Report report() {
    return new Report(
        "Speed and memory of evaluation",
        List.of(
            new Report.Paragraph(
                "An exported separable critic 20-256-256-32 on pairs of gaussian:dim=20,mi=4, drawn on the host as they are needed."
                    + " score: aligned pairs in chunks of 4,096. evaluate: loading and every read-out, on 64×64 score matrices."
                    + " Each line is a process of its own with at most %d MiB of Java heap (probe and neighbours: %d MiB) and TensorFlow's default threads. The result is the mean score, or the InfoNCE estimate."
                        .formatted(heapMebibytes, EvaluationCommand.FEATURES_HEAP_MEBIBYTES)),
            new Report.Paragraph(machine.describe() + ". Made by:"),
            new Report.Listing(command),
            pairs(),
            new Report.Paragraph(
                "probe: standardising and fitting the linear probe to features of width 512 with 10 classes, for six penalties, each to its optimum."
                    + " neighbours: the nearest training row of every report row by dot product, cosine and Euclidean distance."
                    + " The features are synthetic (ReLU of a mixture of 64 normal numbers around the centre of a class); selection and report split hold a fifth as many rows."
                    + " The result is the accuracy on the report split, of neighbours by cosine."),
            features(),
            new Report.Heading("Memory of the command score"),
            new Report.Paragraph(
                ("The whole command, ./steadymi score with its defaults, from one Parquet file of 20 + 20 columns to another; memory is what"
                        + " its processes, one that works and one that watches it, held in RAM at most (VmHWM), heap and native memory alike, added"
                        + " up. Java lets its usual heap grow before it collects; the fixed one is 256 MiB from the start, in either process, so"
                        + " that what grows is needed. A row is %d bytes: a command that kept its table would grow by that for each. Flat is less"
                        + " than a tenth of it.")
                    .formatted(ScoredTable.ROW_BYTES)),
            commands(),
            growth()));
  }

  private Table commands() {
    Table table = new Table("heap", "rows", "s", "peak memory, least", "median", "most");
    for (CommandRuns runs : measurements.commands()) {
      Spread peak = runs.peakKib();
      table.row(
          runs.heap().id(),
          Format.number("%,d", runs.rows()),
          Format.number("%.1f", runs.seconds().median()),
          Format.mebibytes((long) peak.least()),
          Format.mebibytes((long) peak.median()),
          Format.mebibytes((long) peak.most()));
    }
    return table;
  }

  /** From the smallest table to the largest. */
  private Table growth() {
    Table table = new Table("heap", "rows", "more memory a row", "to reach", "");
    for (Heap heap : Heap.values()) {
      List<CommandRuns> runs = measurements.commands(heap);
      CommandRuns smallest = runs.get(0);
      CommandRuns largest = runs.get(runs.size() - 1);
      double bytes = largest.bytesPerRow(smallest);
      boolean goal = heap == Heap.FIXED;
      String reached = bytes < FLAT_BYTES ? "reached" : "not reached";
      table.row(
          heap.id(),
          Format.number("%,d to %,d", smallest.rows(), largest.rows()),
          Format.number("%.0f bytes", bytes),
          goal ? "less than %d bytes".formatted(FLAT_BYTES) : "",
          goal ? reached : "");
    }
    return table;
  }

  private Table features() {
    Table table = new Table("work", "training rows", "report rows", "s", "peak memory", "accuracy");
    for (Measurement m : measurements.features()) {
      table.row(
          m.work(),
          Format.number("%,d", m.units()),
          Format.number("%,d", m.units() / 5),
          Format.number("%.1f", m.seconds()),
          Format.mebibytes(m.peakKib()),
          Format.number("%.3f", m.value()));
    }
    return table;
  }

  private Table pairs() {
    Table table =
        new Table("work", "pairs", "s", "pairs/s", "µs/pair", "peak memory", "result, nats");
    for (Measurement m : measurements.pairs()) {
      table.row(
          m.work(),
          Format.number("%,d", m.units()),
          Format.number("%.2f", m.seconds()),
          Format.number("%,.0f", m.units() / m.seconds()),
          Format.number("%.2f", m.microsecondsPerUnit()),
          Format.mebibytes(m.peakKib()),
          Format.number("%.3f", m.value()));
    }
    return table;
  }
}
