package org.steadymi.launcher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.steadymi.estimators.BatchMean;
import org.steadymi.estimators.Layouts;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.estimators.Version;
import org.steadymi.graphs.losses.Properties;

/** What {@code train} has to say about a run. */
record TrainingSummary(
    TrainingConfig config, List<TrainingResult> results, TrainingResult best, Path model) {

  String text() {
    StringBuilder text = new StringBuilder();
    Properties bound = config.loss().bound().properties();
    BatchMean report = best.report();
    int steps = best.curve().steps();
    line(
        text,
        "%s on %s, %s critic: %,d steps of %d pairs in %.1f s (%,.0f steps/s), seed %d",
        config.loss().name(),
        config.data().spec(),
        config.critic().kind(),
        steps,
        config.loop().batch(),
        best.seconds(),
        steps * results.size() / best.seconds(),
        config.loop().seed());
    line(
        text,
        "  I(X;Y)     %.3f ± %.3f nats (%.3f bits): %s, %s; report split, mean of %,d batches of %d"
            + " (± standard error)",
        report.mean(),
        report.standardError(),
        report.mean() / Math.log(2),
        bound.origin().title(),
        bound.value().side().words(),
        report.batches(),
        config.loop().batch());
    config.data().trueMi().ifPresent(mi -> line(text, "  truth      %.3f nats", mi));
    ceiling().ifPresent(c -> line(text, "  ceiling    %.3f nats", c));
    for (TrainingResult result : results) {
      String which = results.size() == 1 ? "" : "replica " + result.replica() + ": ";
      line(
          text,
          "  diagnosis  %s%s; %s",
          which,
          result.diagnosis().state().name().toLowerCase(Locale.ROOT),
          result.diagnosis().reason());
    }
    line(
        text,
        "  exported   step %,d, the highest objective (%.3f) on the selection split",
        best.selected().step(),
        best.selected().objective());
    line(text, "  model      %s", model);
    return text.toString();
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("steadymi", Version.CURRENT);
    json.put("data", config.data().spec());
    config.data().trueMi().ifPresent(mi -> json.put("true_mi_nats", mi));
    json.put("loss", config.loss().name());
    json.put("critic", config.critic().kind());
    json.set("critic_options", Json.of(config.critic().options()));
    json.put("steps", config.schedule().steps());
    json.put("batch", config.loop().batch());
    json.put("optimizer", config.optimizer().describe());
    json.put("learning_rate", config.optimizer().learningRate());
    json.put("seed", config.loop().seed());
    ceiling().ifPresent(c -> json.put("ceiling_nats", c));
    ArrayNode replicas = json.putArray("replicas");
    results.forEach(result -> add(replicas.addObject(), result));
    json.put("exported_replica", best.replica());
    json.put("model", model.toString());
    return json;
  }

  private static void add(ObjectNode json, TrainingResult result) {
    json.put("replica", result.replica());
    json.put("value_nats", result.report().mean());
    json.put("standard_error_nats", result.report().standardError());
    json.put("split", "report");
    json.put("averaging", "macro");
    json.put("batches", result.report().batches());
    json.put("selected_step", result.selected().step());
    json.put("selection_objective", result.selected().objective());
    json.put("diagnosis", result.diagnosis().state().name().toLowerCase(Locale.ROOT));
    json.put("reason", result.diagnosis().reason());
    json.put("steps_trained", result.curve().steps());
    json.put("seconds", result.seconds());
  }

  private OptionalDouble ceiling() {
    return Layouts.ceiling(config.loss(), config.data(), config.pairing(), config.loop().batch());
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
