package org.steadymi.evaluator.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.steadymi.evaluator.EvaluationResult;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.Sampling;
import org.steadymi.evaluator.probe.Accuracy;
import org.steadymi.evaluator.probe.LinearProbe;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Estimate;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.TensorFlow;

/**
 * A result as one JSON document. Field names are stable: a change of meaning raises {@code
 * format_version}. A number that is not finite is {@code null}, and {@code finite} beside it is
 * false.
 */
public final class JsonReport {
  /** The version of the document's layout. */
  public static final int FORMAT_VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonReport() {}

  /** The version of this tool; {@code development} where classes run from a folder. */
  public static String toolVersion() {
    return Facts.version();
  }

  /** The document, indented, ended by a newline. */
  public static String of(EvaluationResult result) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(result)) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON nodes is JSON", impossible);
    }
  }

  /** The document as a tree. */
  public static ObjectNode tree(EvaluationResult result) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", "steadymi-evaluation").put("format_version", FORMAT_VERSION);
    root.putObject("versions")
        .put("steadymi", Facts.version())
        .put("tensorflow", TensorFlow.version())
        .put("java", Runtime.version().toString());
    putModel(root.putObject("model"), result);
    putData(root.putObject("data"), result);
    result.mi().ifPresent(mi -> putMi(root.putObject("mi"), mi));
    result
        .accuracies()
        .scores()
        .ifPresent(accuracy -> putClassification(root.putObject("classification"), accuracy));
    if (!result.representations().isEmpty()) {
      putRepresentation(root.putObject("representation"), result);
    }
    ArrayNode notes = root.putArray("notes");
    result.notes().forEach(notes::add);
    return root;
  }

  private static void putModel(ObjectNode node, EvaluationResult result) {
    node.put("path", result.model().folder().toString());
    node.put("manifest", result.model().manifest().isPresent());
    result.model().manifest().ifPresent(manifest -> putManifest(node, manifest));
  }

  private static void putManifest(ObjectNode node, Manifest manifest) {
    node.put("contract_version", manifest.getContractVersion());
    node.put("loss", manifest.getLoss().getName());
    node.put("bound", manifest.getLoss().getBound());
    node.put("regularizer", manifest.getLoss().getRegularizer());
    node.put("lambda", manifest.getLoss().getLambda());
    node.put("critic", manifest.getCritic().getKind());
    node.put("trained_on", manifest.getData().getSpec());
    node.put("training_seed", manifest.getTraining().getSeed());
    node.put("training_steps", manifest.getTraining().getSteps());
    node.put("training_batch", manifest.getTraining().getBatch());
  }

  private static void putData(ObjectNode node, EvaluationResult result) {
    node.put("spec", result.source().spec());
    node.put("fingerprint", result.source().fingerprint());
    put(node, "true_mi", result.source().trueMi());
    node.put("unit", Facts.NATS);
  }

  private static void putMi(ObjectNode node, MiResult mi) {
    Sampling sampling = mi.sampling();
    node.put("split", Facts.split(sampling.split()))
        .put("pairs", sampling.pairsUsed())
        .put("batch", sampling.batch())
        .put("batches", sampling.batches())
        .put("seed", sampling.seed())
        .put("pairing", Facts.pairing(mi))
        .put("joint_pairs", mi.counts().jointPairs())
        .put("marginal_pairs", mi.counts().marginalPairs())
        .put("batches_without_joint_pair", mi.counts().emptyBatches());
    OptionalInt classes = Facts.classes(mi);
    node.put("classes", classes.isPresent() ? (Integer) classes.getAsInt() : null)
        .put("unit", Facts.NATS)
        .put("own_read_out", mi.own().map(own -> own.id()).orElse(null));
    ArrayNode readings = node.putArray("readings");
    mi.readings().forEach(reading -> putReading(readings.addObject(), mi, reading));
    ObjectNode scores = node.putObject("scores");
    putEstimate(scores.putObject("joint_term"), mi.levels().joint()).put("unit", Facts.NATS);
    putEstimate(scores.putObject("log_marginal_term"), mi.levels().logMarginal())
        .put("unit", Facts.NATS);
    scores
        .put("largest_absolute_score", mi.levels().maxAbsScore())
        .put("non_finite_scores", mi.levels().nonFiniteScores());
  }

  private static void putReading(ObjectNode node, MiResult mi, Reading reading) {
    node.put("read_out", reading.readOut().id())
        .put("title", reading.readOut().title())
        .put("equation", reading.readOut().equation())
        .put("averaging", reading.averaging().label());
    putEstimate(node, reading.estimate());
    node.put("standard_error_of", Facts.standardErrorOf(reading));
    node.put("unit", Facts.NATS);
    put(node, "ceiling", mi.ceiling(reading.readOut()));
    node.put("claim", reading.readOut().claim().label())
        .put("own", mi.isOwn(reading))
        .put("split", Facts.split(mi.sampling().split()));
  }

  private static void putClassification(ObjectNode node, Accuracy accuracy) {
    node.put("split", "report").put("unit", Facts.ACCURACY).put("method", Facts.ARGMAX);
    putAccuracy(node, accuracy);
  }

  private static void putRepresentation(ObjectNode node, EvaluationResult result) {
    node.put("split", "report")
        .put("unit", Facts.ACCURACY)
        .put("probe", LinearProbe.METHOD)
        .put("penalty_chosen_on", "selection");
    ArrayNode entries = node.putArray("entries");
    result.representations().forEach(r -> putEntry(entries.addObject(), r));
  }

  private static void putEntry(ObjectNode node, Representation representation) {
    LinearProbe.Result probe = representation.probe();
    node.put("name", representation.name()).put("width", representation.width());
    putAccuracy(node.putObject("linear_probe"), probe.report())
        .put("lambda", probe.optimum().lambda())
        .put("selection_accuracy", probe.selection().value())
        .put("train_accuracy", probe.train().value())
        .put("gradient_norm", probe.optimum().gradientNorm())
        .put("at_optimum", probe.optimum().converged());
    ObjectNode nearest = node.putObject("nearest_neighbour");
    for (Similarity similarity : Similarity.values()) {
      putAccuracy(
          nearest.putObject(Facts.id(similarity)), representation.nearest().get(similarity));
    }
  }

  private static ObjectNode putAccuracy(ObjectNode node, Accuracy accuracy) {
    return node.put("accuracy", accuracy.value())
        .put("standard_error", accuracy.standardError())
        .put("correct", accuracy.correct())
        .put("total", accuracy.total());
  }

  private static ObjectNode putEstimate(ObjectNode node, Estimate estimate) {
    put(node, "value", finite(estimate.value()));
    put(node, "standard_error", finite(estimate.standardError()));
    return node.put("finite", estimate.finite());
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }
}
