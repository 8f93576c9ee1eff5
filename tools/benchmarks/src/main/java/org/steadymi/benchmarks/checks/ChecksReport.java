package org.steadymi.benchmarks.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.steadymi.benchmarks.checks.CheckedTask.Outcome;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.estimators.sample.checks.Check;
import org.steadymi.estimators.sample.checks.Extrapolation;

/**
 * The results as a report, and as they are for JSON.
 *
 * @param machine where
 * @param command that makes these figures
 * @param tasks that were checked
 */
record ChecksReport(Machine machine, String command, List<CheckedTask> tasks) {
  Report report() {
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            "Nats, means over the samples of a task; ± is the mean of the errors. "
                + machine.describe()
                + ". Made by:"));
    blocks.add(new Report.Listing(command));
    for (CheckedTask task : tasks) {
      blocks.add(
          new Report.Heading(
              Format.number(
                  "%s, %.3f nats, %.0f s a sample",
                  task.task(), task.trueMi(), mean(task, Outcome::seconds))));
      blocks.add(checks(task));
    }
    blocks.add(new Report.Heading("Extrapolation"));
    blocks.add(extrapolations());
    return new Report("Self-checks and extrapolations of known mutual information", blocks);
  }

  private static Table checks(CheckedTask task) {
    Table table = new Table("Check", "read", "expected", "allowed", "passed");
    List<Outcome> samples = task.samples();
    for (int i = 0; i < samples.get(0).check().checks().size(); i++) {
      int at = i;
      List<Check> same = samples.stream().map(sample -> sample.check().checks().get(at)).toList();
      table.row(
          same.get(0).what(),
          number(mean(same, c -> c.found().nats()), mean(same, c -> c.found().error())),
          number(mean(same, c -> c.expected().nats()), mean(same, c -> c.expected().error())),
          Format.number("%.3f", mean(same, Check::allowed)),
          Format.number("%d of %d", same.stream().filter(Check::passed).count(), same.size()));
    }
    return table;
  }

  private Table extrapolations() {
    Table table = new Table("Task", "N/4", "N/2", "N", "line at 0", "true", "χ²", "accepted");
    for (CheckedTask task : tasks) {
      List<Extrapolation> all = task.samples().stream().map(Outcome::extrapolation).toList();
      table.row(
          task.task(),
          level(all, 2),
          level(all, 1),
          level(all, 0),
          number(mean(all, e -> e.limit().nats()), mean(all, e -> e.limit().error())),
          Format.number("%.3f", task.trueMi()),
          Format.number("%.1f", mean(all, Extrapolation::chiSquared)),
          Format.number(
              "%d of %d", all.stream().filter(e -> e.value().isPresent()).count(), all.size()));
    }
    return table;
  }

  private static String level(List<Extrapolation> all, int level) {
    return number(
        mean(all, e -> e.levels().get(level).mean().nats()),
        mean(all, e -> e.levels().get(level).mean().error()));
  }

  private static String number(double nats, double error) {
    return Format.number("%.3f ± %.3f", nats, error);
  }

  private static double mean(CheckedTask task, ToDoubleFunction<Outcome> number) {
    return mean(task.samples(), number);
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> number) {
    return all.stream().mapToDouble(number).average().orElseThrow();
  }
}
