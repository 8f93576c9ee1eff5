package org.steadymi.benchmarks.interchange;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.interchange.InterchangeResults.Calls;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.benchmarks.programs.Runs;
import org.steadymi.benchmarks.protocol.Reply;

/** The results as a report. */
final class InterchangeReport {
  /** Python's time over ours that is to be reached. */
  private static final double GOAL = 1;

  private InterchangeReport() {}

  static Report of(InterchangeResults results) {
    Setup setup = results.setup();
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            "An exported separable critic 20-256-256-32, opened by SteadyMI and by TensorFlow's"
                + " Python API. "
                + results.machine().describe()
                + ". Made by:"));
    blocks.add(new Report.Listing(setup.command()));
    blocks.add(new Report.Heading("Calls of score_matrix"));
    blocks.add(
        new Report.Paragraph(
            Format.number(
                "Two arrays of the host in, all K² scores out, read in two ways by either side: in"
                    + " place, which in Java is scoreMatrix with a reader and in Python"
                    + " np.asarray(memoryview(scores)), or copied, which is the float[] of scoreMatrix"
                    + " and Python's usual numpy(). Neither looks for NaN, for which Java's call has"
                    + " LoadOptions.allowingNan. One thread each, %s; %d interleaved rounds of about"
                    + " %s s each.",
                setup.pinning(), setup.rounds(), setup.seconds())));
    blocks.add(calls(results.calls()));
    blocks.add(callRatios(results.calls()));
    blocks.add(new Report.Heading("Whole programs"));
    blocks.add(
        new Report.Paragraph(
            Format.number(
                "Wall time from start to end, on any core, %d interleaved rounds. The first loads"
                    + " the critic with every check that docs/savedmodel-safety.md lists, scores"
                    + " %,d pairs and ends; the command `evaluate` does it in a process of its own"
                    + " and reads the MI by every read-out.",
                setup.rounds(), InterchangeCommand.PAIRS)));
    blocks.add(Runs.table(results.programs()));
    blocks.add(programRatios(results.programs()));
    results.notes().forEach(line -> blocks.add(new Report.Paragraph("Note: " + line + ".")));
    return new Report("Speed of exported critics, Java and Python", blocks);
  }

  private static Table calls(List<Calls> all) {
    Table table =
        new Table("K", "scores", "program", "ms/call, best", "median", "CPU ms/call", "cores");
    for (Calls calls : all) {
      for (List<Reply> laps : List.of(calls.ours(), calls.python())) {
        if (!laps.isEmpty()) {
          Spread rates = Duel.rates(laps, 1);
          table.row(
              Format.number("%,d", calls.rows()),
              calls.reading().words(),
              laps.get(0).peer(),
              Format.number("%.3f", 1000 / rates.most()),
              Format.number("%.3f", 1000 / rates.median()),
              Format.number("%.3f", Duel.cpuMilliseconds(laps, 1).median()),
              Format.number("%.2f", Duel.cores(laps).median()));
        }
      }
    }
    return table;
  }

  private static Table callRatios(List<Calls> all) {
    Table table = ratios();
    for (Calls calls : all) {
      String what = Format.number("K = %,d, %s", calls.rows(), calls.reading().words());
      calls
          .duel()
          .ifPresent(
              duel -> {
                ratio(table, what + ", calls per second", duel.speed());
                ratio(table, what + ", per CPU second", duel.processorTime());
              });
    }
    return table;
  }

  /** The time of every other program over that of the first, round by round. */
  private static Table programRatios(List<Runs> all) {
    Table table = ratios();
    Runs ours = all.get(0);
    for (Runs other : all.subList(1, all.size())) {
      ratio(table, "%s / %s".formatted(other.label(), ours.label()), ours.timesAsFastAs(other));
    }
    return table;
  }

  private static Table ratios() {
    return new Table("how many times as fast", "median", "over rounds", "to reach", "");
  }

  private static void ratio(Table table, String what, Spread spread) {
    table.row(
        what,
        Format.number("%.2f", spread.median()),
        Format.number("%.2f … %.2f", spread.least(), spread.most()),
        Format.number("%.0f", GOAL),
        spread.median() >= GOAL ? "reached" : "not reached");
  }
}
