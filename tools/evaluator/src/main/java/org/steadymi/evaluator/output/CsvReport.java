package org.steadymi.evaluator.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.steadymi.evaluator.EvaluationResult;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.probe.Accuracy;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Estimate;
import org.steadymi.evaluator.readout.Reading;

/**
 * A result as CSV (RFC 4180), one number a row. What does not apply, or is not finite, is an empty
 * field.
 */
public final class CsvReport {
  private static final List<String> HEADER =
      List.of(
          "model",
          "data",
          "split",
          "quantity",
          "averaging",
          "value",
          "standard_error",
          "unit",
          "ceiling",
          "claim",
          "own",
          "pairs",
          "batch",
          "seed",
          "pairing",
          "joint_pairs",
          "marginal_pairs",
          "classes");

  private final EvaluationResult result;
  private final List<List<String>> rows = new ArrayList<>();

  private CsvReport(EvaluationResult result) {
    this.result = result;
  }

  /** The header and a row per number. */
  public static String of(EvaluationResult result) {
    CsvReport report = new CsvReport(result);
    result.mi().ifPresent(report::addMi);
    result.accuracies().scores().ifPresent(accuracy -> report.add("argmax", accuracy));
    result.representations().forEach(report::addRepresentation);
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      report.rows.forEach(csv::writeRecord);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void addMi(MiResult mi) {
    for (Reading reading : mi.readings()) {
      add(
          mi,
          List.of(reading.readOut().id(), reading.averaging().label()),
          reading.estimate(),
          List.of(
              text(mi.ceiling(reading.readOut())),
              reading.readOut().claim().label(),
              Boolean.toString(mi.isOwn(reading))));
    }
    var none = List.of("", "", "");
    add(mi, List.of("joint_term", Facts.jointAveraging(mi).label()), mi.levels().joint(), none);
    add(mi, List.of("log_marginal_term", "micro"), mi.levels().logMarginal(), none);
  }

  private void add(MiResult mi, List<String> what, Estimate estimate, List<String> meaning) {
    var row = start(Facts.split(mi.sampling().split()));
    row.addAll(what);
    row.addAll(List.of(text(estimate.value()), text(estimate.standardError()), Facts.NATS));
    row.addAll(meaning);
    row.add(Integer.toString(mi.sampling().pairsUsed()));
    row.add(Integer.toString(mi.sampling().batch()));
    row.add(Long.toString(mi.sampling().seed()));
    row.add(Facts.pairing(mi));
    row.add(Long.toString(mi.counts().jointPairs()));
    row.add(Long.toString(mi.counts().marginalPairs()));
    OptionalInt classes = Facts.classes(mi);
    row.add(classes.isPresent() ? Integer.toString(classes.getAsInt()) : "");
    rows.add(row);
  }

  private void addRepresentation(Representation representation) {
    String of = ":" + representation.name();
    add("linear_probe" + of, representation.probe().report());
    for (Similarity similarity : Similarity.values()) {
      add(
          "nearest_neighbour_" + Facts.id(similarity) + of,
          representation.nearest().get(similarity));
    }
  }

  private void add(String quantity, Accuracy accuracy) {
    var row = start("report");
    row.addAll(List.of(quantity, "", text(accuracy.value()), text(accuracy.standardError())));
    row.addAll(List.of(Facts.ACCURACY, "", "", "", Integer.toString(accuracy.total()), "", ""));
    row.addAll(List.of("", "", "", ""));
    rows.add(row);
  }

  private List<String> start(String split) {
    return new ArrayList<>(
        List.of(result.model().folder().toString(), result.source().spec(), split));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? text(value.getAsDouble()) : "";
  }

  private static String text(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
