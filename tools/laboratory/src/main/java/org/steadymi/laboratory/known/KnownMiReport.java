package org.steadymi.laboratory.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.estimators.sample.Methods;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.Section;
import org.steadymi.report.Table;

/** The conclusion of the study of known mutual information. */
final class KnownMiReport {
  private final KnownMiStudy study;
  private final Outcomes outcomes;
  private final Settings settings;

  KnownMiReport(KnownMiStudy study, Outcomes outcomes) {
    this.study = study;
    this.outcomes = outcomes;
    this.settings = outcomes.settings();
  }

  Conclusion conclusion() {
    List<Comparison> comparisons =
        outcomes.methods().stream().flatMap(m -> PublicBenchmark.compare(m).stream()).toList();
    List<Section> sections = new ArrayList<>();
    sections.add(overview(comparisons));
    for (int rows : settings.samples().rows()) {
      sections.add(new RowsSection(rows, outcomes.ofRows(rows)).section());
    }
    return new Conclusion(findings(), sections, comparisons);
  }

  private Section overview(List<Comparison> comparisons) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(errors());
    if (outcomes.methods().stream().anyMatch(MethodEstimates::judged)) {
      blocks.add(coverage());
    }
    if (!comparisons.isEmpty()) {
      blocks.add(Comparison.table("Beside the benchmark's own estimators", comparisons));
    }
    outcomes
        .of(Methods.AUTO, PublicBenchmark.ROWS)
        .flatMap(MeasuredBenchmark::beside)
        .ifPresent(blocks::add);
    return new Section(study.name(), study.title(), lead(), blocks);
  }

  private String lead() {
    return String.format(
        Locale.ROOT,
        "%d of the %d tasks of Czyż et al. 2023 (arXiv:2306.11078), whose I(X;Y) is known exactly; samples of %s rows,"
            + " %s, every method on the same rows. A method is told nothing but the rows. All values are in nats.\n\n"
            + "auto tries networks and the closed form of a normal distribution and lets rows choose that neither fitted"
            + " nor are read; normal is the closed form by itself; a loss is the networks by themselves, trained on it,"
            + " and with -scores the one on normal scores alone."
            + " What they report is J − log M of rows that the critic never saw, in five folds: a lower bound in"
            + " expectation, up to the error of the means. ksg1 and ksg2 are Kraskov's estimators with three neighbours,"
            + " gaussian is the closed form without held-out rows; these three come without an interval.\n\n"
            + "An error is that of one estimate; means are over tasks and seeds, the median and the worst are those of a"
            + " task's mean over seeds. Seconds are wall time of an estimate on one thread while --jobs others run; they"
            + " are all that differs from one run to the next.",
        KnownMiStudy.tasks(settings).size(),
        KnownTasks.all().size(),
        settings.samples().rows().stream()
            .map(rows -> String.format(Locale.ROOT, "%,d", rows))
            .collect(Collectors.joining(" and ")),
        settings.seedsInWords());
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (int rows : settings.samples().rows()) {
      findings.add(
          String.format(Locale.ROOT, "Mean absolute error, N = %,d, nats: ", rows)
              + outcomes.ofRows(rows).stream()
                  .map(KnownMiReport::meanError)
                  .collect(Collectors.joining(", "))
              + ".");
      outcomes
          .of(Methods.AUTO, rows)
          .ifPresent(
              auto -> {
                findings.add(errorFinding(auto));
                findings.add(coverageFinding(auto));
              });
    }
    return findings;
  }

  private static String meanError(MethodEstimates m) {
    double error = m.meanAbsoluteError().mean();
    return m.method()
        + (Double.isFinite(error) ? String.format(Locale.ROOT, " %.3f", error) : " no number");
  }

  private static String errorFinding(MethodEstimates auto) {
    TaskEstimates worst = auto.worst();
    return String.format(
        Locale.ROOT,
        "auto, N = %,d: the median task is off by %.3f nats, the worst, %s, by %.3f of %.2f; an estimate takes %.0f s of"
            + " one core, the slowest %.0f s.",
        auto.rows(),
        auto.medianAbsoluteError(),
        worst.task().id(),
        worst.absoluteError(),
        worst.task().mi(),
        auto.seconds(),
        auto.mostSeconds());
  }

  private static String coverageFinding(MethodEstimates auto) {
    Coverage coverage = Coverage.of(auto.tasks());
    return String.format(
        Locale.ROOT,
        "auto, N = %,d: %d of %d intervals contain the truth; of the %d others the verdict warns of %d. It warns of %d"
            + " estimates in all.",
        auto.rows(),
        coverage.contained(),
        coverage.estimates(),
        coverage.estimates() - coverage.contained(),
        coverage.warnedMisses(),
        coverage.warned());
  }

  private Table errors() {
    List<List<Cell>> rows = new ArrayList<>();
    outcomes.methods().forEach(m -> rows.add(row(m)));
    if (settings.samples().rows().contains(PublicBenchmark.ROWS)) {
      rows.addAll(PublicBenchmark.rows());
    }
    return Table.of("Errors and time by method", errorColumns(), rows)
        .withCaption(
            "Of "
                + KnownMiStudy.tasks(settings).size()
                + " tasks. The rows of benchmark-mi, where they are there, are of all forty: "
                + PublicBenchmark.PROTOCOL
                + ".");
  }

  private List<Cell> row(MethodEstimates m) {
    Interval error = m.meanAbsoluteError();
    TaskEstimates worst = m.worst();
    return Table.row(
        m.method(),
        m.rows(),
        settings.seeds(),
        error.mean(),
        error.low(),
        error.high(),
        m.medianAbsoluteError(),
        worst.task().id(),
        worst.absoluteError(),
        m.seconds(),
        m.mostSeconds(),
        m.failures());
  }

  private static List<Column> errorColumns() {
    return List.of(
        Column.text("method", "how the estimate was made"),
        Column.integer("rows", "in a sample"),
        Column.integer("seeds", "samples of each task"),
        Column.fixed("mean |error|", "over tasks and seeds, nats", 3),
        Column.fixed("from", "lower end of its 95 % interval over seeds, nats", 3),
        Column.fixed("to", "upper end of its 95 % interval over seeds, nats", 3),
        Column.fixed("median |error|", "over tasks, each the mean over seeds, nats", 3),
        Column.text("worst task", "with the largest mean |error| over seeds"),
        Column.fixed("its |error|", "mean over seeds, nats", 3),
        Column.fixed("seconds", "of one estimate on one thread: mean over tasks and seeds", 1),
        Column.fixed("most seconds", "of the slowest estimate", 1),
        Column.integer("no number", "estimates that are not finite"));
  }

  private Table coverage() {
    List<List<Cell>> rows =
        outcomes.methods().stream()
            .filter(MethodEstimates::judged)
            .map(KnownMiReport::coverageRow)
            .toList();
    return Table.of(
            "Do the intervals contain the truth, and if not, does the verdict say so?",
            coverageColumns(),
            rows)
        .withCaption(
            "Over tasks and seeds, 95 % intervals. A verdict warns if it is anything but trustworthy.");
  }

  private static List<Cell> coverageRow(MethodEstimates m) {
    Coverage c = Coverage.of(m.tasks());
    return Table.row(
        m.method(),
        m.rows(),
        c.estimates(),
        c.share(c.contained()),
        c.share(c.warnedMisses()),
        c.share(c.silentMisses()),
        c.share(c.contained() + c.warnedMisses()),
        c.share(c.warned()));
  }

  private static List<Column> coverageColumns() {
    return List.of(
        Column.text("method", "how the estimate was made"),
        Column.integer("rows", "in a sample"),
        Column.integer("estimates", "tasks times seeds"),
        Column.percent("contained", "the interval contains the truth", 1),
        Column.percent("missed, warned", "it does not, and the verdict is not trustworthy", 1),
        Column.percent("missed, silent", "it does not, and the verdict is trustworthy", 1),
        Column.percent("contained or warned", "all but the silent misses", 1),
        Column.percent("warned at all", "the verdict is not trustworthy, right or wrong", 1));
  }
}
