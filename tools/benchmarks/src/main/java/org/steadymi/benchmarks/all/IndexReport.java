package org.steadymi.benchmarks.all;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;

/**
 * What is in a folder of pages.
 *
 * @param machine where they were made
 * @param folder that they are in
 * @param outcomes one per page so far
 */
record IndexReport(Machine machine, Path folder, List<Outcome> outcomes) {
  private static final double MINUTE = 60;

  /** Copies the list. */
  IndexReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether no verb failed. */
  boolean complete() {
    return outcomes.stream().allMatch(outcome -> outcome.failure().isEmpty());
  }

  Report report() {
    Table table = new Table("page", "command", "minutes", "");
    for (Outcome outcome : outcomes) {
      table.row(
          page(outcome.page()),
          "`tools/benchmarks/run %s`".formatted(outcome.page().words()),
          Format.number("%.1f", outcome.seconds() / MINUTE),
          outcome.failure().map(why -> "failed, " + why).orElse("done"));
    }
    return new Report("Benchmarks", List.of(new Report.Paragraph(machine.describe() + "."), table));
  }

  /** A verb that failed may have made its page nevertheless, such as one that tells of a leak. */
  private String page(Page page) {
    Path file = page.in(folder, "md").getFileName();
    return Files.exists(folder.resolve(file)) ? "[%s](%s)".formatted(page.id(), file) : page.id();
  }
}
