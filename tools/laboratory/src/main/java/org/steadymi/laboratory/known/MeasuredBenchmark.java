package org.steadymi.laboratory.known;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.Table;

/**
 * What the estimators of the package benchmark-mi read with their defaults where we ran them: on
 * the tasks of 25 columns a side and more, and on the spirals. The numbers are what {@code
 * tools/benchmarks/peers/benchmark_mi.py} printed; {@link PublicBenchmark} has those of others.
 */
final class MeasuredBenchmark {
  private static final String VERSION = "0.1.3";
  private static final String RESOURCE = "benchmark-mi-" + VERSION + ".csv";
  private static final List<Reading> READINGS = load();

  /** The estimators, as the script calls them. */
  private enum Theirs {
    KSG("KSG"),
    INFONCE("InfoNCE");

    private final String label;

    Theirs(String label) {
      this.label = label;
    }
  }

  /** One line: an estimate from one sample. */
  private record Reading(String task, Theirs estimator, int rows, long seed, double nats) {
    static Reading parse(String line) {
      String[] cells = line.split(",", -1);
      return new Reading(
          cells[0],
          Theirs.valueOf(cells[1].toUpperCase(Locale.ROOT)),
          Integer.parseInt(cells[2]),
          Long.parseLong(cells[3]),
          Double.parseDouble(cells[4]));
    }

    double absoluteError(KnownTask of) {
      return Math.abs(nats - of.mi());
    }
  }

  private MeasuredBenchmark() {}

  private static List<Reading> load() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                MeasuredBenchmark.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Reading::parse).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Theirs beside ours from as many rows; empty where we ran theirs on none of the tasks. */
  static Optional<Table> beside(MethodEstimates ours) {
    List<List<Cell>> rows = ours.tasks().stream().flatMap(task -> row(task, ours.rows())).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Table.of(ours.method() + " beside benchmark-mi, as we ran it", columns(ours), rows)
                .withCaption(caption(ours)));
  }

  private static Stream<List<Cell>> row(TaskEstimates ours, int rows) {
    KnownTask task = ours.task();
    Optional<Reading> ksg = find(task, Theirs.KSG, rows);
    Optional<Reading> infoNce = find(task, Theirs.INFONCE, rows);
    if (ksg.isEmpty() || infoNce.isEmpty()) {
      return Stream.empty();
    }
    String nearer =
        Stream.of(ksg.get(), infoNce.get())
            .filter(theirs -> theirs.absoluteError(task) < ours.absoluteError())
            .map(theirs -> theirs.estimator().label)
            .collect(Collectors.joining(", "));
    return Stream.of(
        Table.row(
            task.id(),
            task.mi(),
            ours.nats().mean(),
            ours.absoluteError(),
            ksg.get().nats(),
            ksg.get().absoluteError(task),
            infoNce.get().nats(),
            infoNce.get().absoluteError(task),
            nearer.isEmpty() ? "none" : nearer));
  }

  private static Optional<Reading> find(KnownTask task, Theirs estimator, int rows) {
    return READINGS.stream()
        .filter(r -> r.task().equals(task.id()) && r.estimator() == estimator && r.rows() == rows)
        .findFirst();
  }

  private static List<Column> columns(MethodEstimates ours) {
    return List.of(
        Column.text("task", "which distribution"),
        Column.fixed("I(X;Y)", "the truth, nats", 3),
        Column.fixed(ours.method(), "mean estimate over seeds, nats", 3),
        Column.fixed(ours.method() + " |error|", "mean over seeds of |estimate − truth|, nats", 3),
        Column.fixed("KSG", "their estimate, nats", 3),
        Column.fixed("KSG |error|", "|estimate − truth|, nats", 3),
        Column.fixed("InfoNCE", "their estimate, the maximum over test evaluations, nats", 3),
        Column.fixed("InfoNCE |error|", "|estimate − truth|, nats", 3),
        Column.text("nearer", "which of theirs has the smaller |error|"));
  }

  private static String caption(MethodEstimates ours) {
    return String.format(
        Locale.ROOT,
        "Theirs are measured by us, not published: benchmark-mi %s with its default settings, one sample of %,d rows,"
            + " seed %d, drawn by the package. Ours are of other samples of as many rows.",
        VERSION,
        ours.rows(),
        READINGS.get(0).seed());
  }
}
