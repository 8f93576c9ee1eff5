package org.steadymi.laboratory.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.estimators.sample.Methods;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.report.Cell;
import org.steadymi.report.Table;

/**
 * What the estimators of the benchmark's own package benchmark-mi 0.1.3 read with their default
 * settings: 10,000 rows, one seed, one core. Its InfoNCE (all pairs of a batch of 256, a network
 * 16-8, Adam at 0.1) reports the maximum over its test evaluations.
 */
final class PublicBenchmark {
  static final int ROWS = 10_000;

  /** What is in every source of its figures. */
  static final String PROTOCOL =
      "benchmark-mi 0.1.3 with its default settings, N = 10,000, one seed, one core";

  private static final String KSG = "its KSG";
  private static final String INFO_NCE = "its InfoNCE, the maximum over test evaluations";

  /** Mean of |estimate − truth| over the forty tasks, nats. */
  private static final double KSG_ERROR = 0.220;

  private static final double INFO_NCE_ERROR = 0.111;
  private static final double KSG_SECONDS = 13;
  private static final double INFO_NCE_SECONDS = 78;

  /** Estimates of its InfoNCE by task, nats; where it is furthest off. */
  private static final Map<String, Double> INFO_NCE_ESTIMATES =
      new TreeMap<>(
          Map.of(
              "student-identity-2-2-1", 0.03,
              "student-identity-5-5-2", 0.32,
              "spiral-multinormal-sparse-3-3-2-2.0", 0.58,
              "spiral-multinormal-sparse-5-5-2-2.0", 0.56,
              "spiral-multinormal-sparse-25-25-2-2.0", 0.68));

  private PublicBenchmark() {}

  /** Its figures beside those of a method, from the same number of rows; none for other sizes. */
  static List<Comparison> compare(MethodEstimates ours) {
    List<Comparison> comparisons = new ArrayList<>();
    if (ours.rows() != ROWS) {
      return comparisons;
    }
    boolean auto = ours.method().equals(Methods.AUTO);
    if (complete(ours) && (auto || ours.method().equals("ksg1"))) {
      comparisons.add(error(ours, KSG_ERROR, KSG));
    }
    if (complete(ours) && auto) {
      comparisons.add(error(ours, INFO_NCE_ERROR, INFO_NCE));
    }
    if (auto) {
      ours.tasks().stream()
          .filter(t -> INFO_NCE_ESTIMATES.containsKey(t.task().id()))
          .map(PublicBenchmark::estimate)
          .forEach(comparisons::add);
    }
    return comparisons;
  }

  private static boolean complete(MethodEstimates ours) {
    return ours.tasks().size() == KnownTasks.all().size();
  }

  private static Comparison error(MethodEstimates ours, double theirs, String which) {
    return new Comparison(
        "%s: mean absolute error over the forty tasks, nats".formatted(ours.method()),
        Published.at(theirs, source(which)),
        ours.meanAbsoluteError());
  }

  private static Comparison estimate(TaskEstimates ours) {
    return new Comparison(
        "%s, %s (truth %.2f): estimate, nats"
            .formatted(Methods.AUTO, ours.task().id(), ours.task().mi()),
        Published.at(INFO_NCE_ESTIMATES.get(ours.task().id()), source(INFO_NCE)),
        ours.nats());
  }

  private static String source(String which) {
    return PROTOCOL + ": " + which;
  }

  /** Rows of {@link KnownMiReport#errors}: what is not known of them is left out. */
  static List<List<Cell>> rows() {
    return List.of(
        row("benchmark-mi: KSG", KSG_ERROR, KSG_SECONDS),
        row("benchmark-mi: InfoNCE, maximum", INFO_NCE_ERROR, INFO_NCE_SECONDS));
  }

  private static List<Cell> row(String name, double error, double seconds) {
    double none = Double.NaN;
    return Table.row(name, ROWS, 1, error, none, none, none, "", none, seconds, none, none);
  }
}
