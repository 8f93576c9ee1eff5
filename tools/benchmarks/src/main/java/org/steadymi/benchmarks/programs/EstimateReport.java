package org.steadymi.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.tables.WrittenFormat;

/**
 * Times and memory of the verb {@code estimate} as a report.
 *
 * @param setup what was done
 * @param contenders that took part
 * @param tables one for each number of rows, with runs of each contender
 * @param notes what was left out and why, one line each
 */
record EstimateReport(
    Setup setup, List<EstimateContender> contenders, List<TableRuns> tables, List<String> notes) {

  /**
   * What was done.
   *
   * @param machine where
   * @param command that makes these figures
   * @param source of the rows
   * @param format of the files
   * @param rounds runs of each program
   */
  record Setup(
      Machine machine, String command, PairSource source, WrittenFormat format, int rounds) {}

  /** Copies the lists. */
  EstimateReport {
    contenders = List.copyOf(contenders);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  Report report() {
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(new Report.Paragraph(introduction()));
    blocks.add(new Report.Listing(setup.command()));
    blocks.add(times());
    contenders.stream().filter(EstimateContender::isMist).forEach(mist -> blocks.add(ratios(mist)));
    blocks.add(new Report.Heading("What they print"));
    for (TableRuns table : tables) {
      for (Runs run : table.runs()) {
        blocks.add(new Report.Paragraph(Format.number("%s, %,d rows:", run.label(), table.rows())));
        blocks.add(new Report.Listing(result(run)));
      }
    }
    notes.forEach(line -> blocks.add(new Report.Paragraph("Note: " + line + ".")));
    return new Report("Time to the mutual information of a table", blocks);
  }

  private String introduction() {
    PairSource source = setup.source();
    String truth =
        source.trueMi().isPresent()
            ? Format.number("; I(X;Y) is %.3f nats", source.trueMi().getAsDouble())
            : "";
    return Format.number(
        "Whole programs on a %s file of %s rows of `%s`, %d columns of X and %d of Y%s. %s All on any core, with their"
            + " defaults otherwise; %s. Memory is the most in RAM (VmHWM) over all rounds; Java takes at most %s for"
            + " its heap here. %s. Made by:",
        setup.format() == WrittenFormat.CSV ? "CSV" : "Parquet",
        tables.stream()
            .map(table -> Format.number("%,d", table.rows()))
            .collect(Collectors.joining(" and of ")),
        source.spec(),
        source.xSize(),
        source.ySize(),
        truth,
        contenders.stream().map(EstimateContender::does).collect(Collectors.joining(" ")),
        setup.rounds() == 1 ? "1 round" : setup.rounds() + " rounds",
        Format.mebibytes(Runtime.getRuntime().maxMemory() / 1024),
        setup.machine().describe());
  }

  private Table times() {
    Table times = new Table("program", "rows", "s, best", "median", "most", "peak memory");
    for (TableRuns table : tables) {
      for (Runs run : table.runs()) {
        Spread spread = run.spread();
        times.row(
            run.label(),
            Format.number("%,d", table.rows()),
            Format.number("%.2f", spread.least()),
            Format.number("%.2f", spread.median()),
            Format.number("%.2f", spread.most()),
            run.peakMemory());
      }
    }
    return times;
  }

  private Table ratios(EstimateContender mist) {
    Table ratios =
        new Table("how many times as fast as torch-mist", "rows", "median", "over rounds");
    for (TableRuns table : tables) {
      Runs theirs = table.of(mist).orElseThrow();
      for (Runs ours : table.runs()) {
        if (!ours.equals(theirs)) {
          Spread spread = ours.timesAsFastAs(theirs);
          ratios.row(
              ours.label(),
              Format.number("%,d", table.rows()),
              Format.number("%.2f", spread.median()),
              Format.number("%.2f … %.2f", spread.least(), spread.most()));
        }
      }
    }
    return ratios;
  }

  /** The lines about mutual information, without what is said of single folds. */
  private static String result(Runs run) {
    return String.join(
        "\n",
        run.output()
            .lines()
            .filter(line -> line.matches("(?i)(I\\(X;Y\\)|  95 %|  verdict|estimated mi).*"))
            .toList());
  }
}
