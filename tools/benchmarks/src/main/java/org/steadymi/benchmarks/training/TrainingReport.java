package org.steadymi.benchmarks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;

/** The results as a report. */
final class TrainingReport {
  /** Below it, a process that has one thread shared its core. */
  private static final double WHOLE_CORE = 0.95;

  private TrainingReport() {}

  static Report of(TrainingResults results) {
    Setup setup = results.setup();
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            results.task().description()
                + Format.number(
                    " %d interleaved rounds of about %s s each; %s.",
                    setup.rounds(), setup.seconds(), setup.pinning())));
    blocks.add(new Report.Paragraph(results.machine().describe() + ". Made by:"));
    blocks.add(new Report.Listing(setup.command()));
    for (Contest contest : results.contests()) {
      blocks.add(new Report.Heading("H = " + contest.hidden()));
      blocks.add(speeds(contest));
      if (!contest.ratios().isEmpty()) {
        blocks.add(ratios(contest));
      }
      notes(contest).forEach(note -> blocks.add(new Report.Paragraph(note)));
    }
    results.leftOut().forEach(line -> blocks.add(new Report.Paragraph("Note: " + line + ".")));
    return new Report("Training speed, %s critic".formatted(results.task().id()), blocks);
  }

  private static Table speeds(Contest contest) {
    Table table =
        new Table("contender", "steps/s, best", "median", "least", "CPU ms/step", "core", "nats");
    for (Performance p : contest.performances()) {
      Spread rates = p.rates();
      table.row(
          p.contender().id() + ": " + p.name(),
          Format.number("%,.0f", rates.most()),
          Format.number("%,.0f", rates.median()),
          Format.number("%,.0f", rates.least()),
          Format.number("%.3f", p.cpuMilliseconds().median()),
          Format.number("%.0f %%", 100 * p.coreShare().median()),
          Format.number("%.2f", p.value()));
    }
    return table;
  }

  private static Table ratios(Contest contest) {
    Table table = new Table("ratio", "median", "over rounds", "of the best", "to reach", "");
    for (Ratio ratio : contest.ratios()) {
      table.row(
          ratio.faster().id() + " / " + ratio.slower().id(),
          Format.number("%.2f", ratio.byRound().median()),
          Format.number("%.2f … %.2f", ratio.byRound().least(), ratio.byRound().most()),
          Format.number("%.2f", ratio.ofBest()),
          ratio.goal().map(goal -> Format.number("%.1f", goal)).orElse(""),
          ratio.reached().map(reached -> reached ? "reached" : "not reached").orElse(""));
    }
    return table;
  }

  private static List<String> notes(Contest contest) {
    List<String> notes = new ArrayList<>();
    contest.leftOut().forEach(line -> notes.add("Note: %s.".formatted(line)));
    listed(contest.performances().stream().filter(p -> !p.sound(contest.task())).toList())
        .map(
            ids ->
                "Note: %s did not learn as the task is learned; see the column nats."
                    .formatted(ids))
        .ifPresent(notes::add);
    listed(
            contest.performances().stream()
                .filter(p -> p.coreShare().median() < WHOLE_CORE)
                .toList())
        .map(
            ids ->
                "Note: other processes took part of the core from %s; CPU ms/step is the fairer column."
                    .formatted(ids))
        .ifPresent(notes::add);
    return notes;
  }

  private static Optional<String> listed(List<Performance> performances) {
    return Optional.of(
            performances.stream().map(p -> p.contender().id()).collect(Collectors.joining(", ")))
        .filter(ids -> !ids.isEmpty());
  }
}
