package org.steadymi.launcher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.steadymi.datasets.tables.Column;
import org.steadymi.datasets.tables.Table;
import org.steadymi.estimators.Version;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.Estimate.FoldEstimate;
import org.steadymi.estimators.sample.EstimateOptions;

/** What {@code estimate} has to say of the table as it is. */
record EstimateSummary(Table table, Estimate estimate, EstimateOptions options, int top) {
  /** What the number is. */
  static final String WHAT =
      "a lower bound (Donsker–Varadhan), each row read by critics that never saw it";

  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "I(X;Y)       %.3f nats (%.3f bits): %s", estimate.nats(), estimate.bits(), WHAT);
    line(
        text,
        "  95 %%       %.3f … %.3f nats",
        estimate.interval().lower(),
        estimate.interval().upper());
    estimate.normalised().forEach(n -> line(text, "  as a share %s = %.3f", n.name(), n.value()));
    line(text, "  verdict    %s", estimate.judgement().verdict().text());
    estimate.judgement().reasons().forEach(reason -> line(text, "             %s", reason));
    for (BaselineEstimate baseline : estimate.baselines()) {
      line(text, "  %-10s %.3f nats, %s", baseline.name(), baseline.nats(), baseline.what());
    }
    line(
        text,
        "  permuted   p = %.3f, of %d random orders of Y",
        estimate.independence().pValue(),
        estimate.independence().permutations());
    for (FoldEstimate fold : estimate.folds()) {
      line(
          text,
          "  fold       %.3f nats on %,d held-out rows, %.3f on those that chose, %.3f on those"
              + " fitted: %s",
          fold.nats(),
          fold.rows(),
          fold.choice().nats(),
          fold.onTraining(),
          fold.choice().critics());
    }
    for (int row : topRows()) {
      line(text, "  row %-6d %+.3f nats, pointwise", row + 1, estimate.pointwise()[row]);
    }
    return text.toString();
  }

  /** Rows from 0, the largest absolute pointwise value first. */
  private List<Integer> topRows() {
    double[] pointwise = estimate.pointwise();
    return IntStream.range(0, pointwise.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -Math.abs(pointwise[row])))
        .limit(top)
        .toList();
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("steadymi", Version.CURRENT);
    json.put("data", table.name());
    json.put("rows", table.rows());
    json.set("x", columns(table.x()));
    json.set("y", columns(table.y()));
    json.set("notes", Json.of(table.notes()));
    json.put("method", options.method());
    json.put("seed", options.seed());
    json.put("mi_nats", estimate.nats());
    json.put("mi_bits", estimate.bits());
    json.put("what", WHAT);
    json.put("interval_95_lower_nats", estimate.interval().lower());
    json.put("interval_95_upper_nats", estimate.interval().upper());
    ObjectNode normalised = json.putObject("normalised");
    estimate.normalised().forEach(n -> normalised.put(n.name(), n.value()));
    json.put("verdict", estimate.judgement().verdict().name().toLowerCase(Locale.ROOT));
    json.set("reasons", Json.of(estimate.judgement().reasons()));
    json.put("p_value", estimate.independence().pValue());
    json.put("permutations", estimate.independence().permutations());
    ObjectNode baselines = json.putObject("baselines_nats");
    estimate.baselines().forEach(b -> baselines.put(b.name(), b.nats()));
    ArrayNode folds = json.putArray("folds");
    estimate.folds().forEach(fold -> add(folds.addObject(), fold));
    ArrayNode rows = json.putArray("top_rows");
    topRows()
        .forEach(
            row ->
                rows.addObject()
                    .put("row", row + 1)
                    .put("pointwise_nats", estimate.pointwise()[row]));
    return json;
  }

  private static ArrayNode columns(List<Column> columns) {
    ArrayNode array = Json.array();
    for (Column column : columns) {
      array
          .addObject()
          .put("name", column.name())
          .put("kind", column.kind().name().toLowerCase(Locale.ROOT))
          .put("how", column.how());
    }
    return array;
  }

  private static void add(ObjectNode json, FoldEstimate fold) {
    json.put("rows", fold.rows());
    json.put("mi_nats", fold.nats());
    json.put("on_selection_nats", fold.choice().nats());
    json.put("on_training_nats", fold.onTraining());
    json.put("chosen", fold.choice().critics());
    ObjectNode tried = json.putObject("tried_nats");
    fold.choice().tried().forEach(tried::put);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
