package org.steadymi.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.datasets.tables.Column;
import org.steadymi.datasets.tables.Table;
import org.steadymi.estimators.Version;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Estimation;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.launcher.EstimateSections.Position;
import org.steadymi.report.Report;

/** An estimate from a table as a page. */
final class EstimateReport {
  private EstimateReport() {}

  /** Makes the page; the networks that count most are trained once more for it. */
  static Report of(
      Table table,
      Estimation estimation,
      EstimateOptions options,
      CheckSummary checks,
      EstimationProgress progress) {
    EstimateSections sections =
        new EstimateSections(
            estimation.estimate(),
            estimation.scores(),
            estimation.curves(progress),
            positions(table));
    return new Report(
        "Mutual information of " + Path.of(table.name()).getFileName(),
        summary(estimation.estimate()),
        facts(table, options),
        Stream.concat(sections.all().stream(), checks.section().stream()).toList());
  }

  private static List<String> summary(Estimate estimate) {
    List<String> summary = new ArrayList<>();
    summary.add(
        String.format(
            Locale.ROOT,
            "I(X;Y) is %.3f nats (%.3f bits), 95 %% interval %.3f to %.3f: %s.",
            estimate.nats(),
            estimate.bits(),
            estimate.interval().lower(),
            estimate.interval().upper(),
            EstimateSummary.WHAT));
    summary.add("Verdict: " + estimate.judgement().verdict().text() + ".");
    estimate.judgement().reasons().forEach(reason -> summary.add("Because " + reason + "."));
    return summary;
  }

  private static Map<String, String> facts(Table table, EstimateOptions options) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("table", table.name());
    facts.put("rows", String.format(Locale.ROOT, "%,d", table.rows()));
    facts.put("X", names(table.x()));
    facts.put("Y", names(table.y()));
    facts.put("method", options.method());
    facts.put("folds", Integer.toString(options.folds()));
    facts.put("seed", Integer.toString(options.seed()));
    facts.put("version", Version.CURRENT);
    return facts;
  }

  private static String names(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + " (" + column.how() + ")")
        .collect(Collectors.joining(", "));
  }

  /** Where rows lie: in the table, and in a variable that is one column. */
  private static List<Position> positions(Table table) {
    List<Position> positions = new ArrayList<>();
    positions.add(new Position("row", IntStream.rangeClosed(1, table.rows()).asDoubleStream()));
    for (List<Column> side : List.of(table.x(), table.y())) {
      if (side.size() == 1) {
        positions.add(position(side.get(0)));
      }
    }
    return positions;
  }

  private static Position position(Column column) {
    if (column instanceof Column.Categories categories) {
      return new Position(
          column.name() + ", number of the category",
          IntStream.of(categories.codes()).asDoubleStream());
    }
    return new Position(column.name(), DoubleStream.of(((Column.Numbers) column).values()));
  }
}
