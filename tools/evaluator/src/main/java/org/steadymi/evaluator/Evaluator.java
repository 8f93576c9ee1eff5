package org.steadymi.evaluator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.evaluator.probe.LabelledSplits;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.proto.Manifest;

/** Evaluates SavedModels. */
public final class Evaluator {
  private Evaluator() {}

  /** As {@link #evaluate(Path, LoadOptions, Evaluation)} with {@link LoadOptions#DEFAULT}. */
  public static EvaluationResult evaluate(Path model, Evaluation evaluation) {
    return evaluate(model, LoadOptions.DEFAULT, evaluation);
  }

  /**
   * Loads a model, scores pairs of the data and, if asked to, probes the features of its encoder.
   *
   * @param model the folder of a SavedModel
   * @param options how it is opened
   * @throws IllegalArgumentException if the data is unknown, does not fit the model, or lacks
   *     labels for the probe
   * @throws org.steadymi.savedmodels.SavedModelException if the model cannot be read, is not safe
   *     to open and not trusted, or gives NaN
   * @throws org.steadymi.savedmodels.ModelTimeoutException if a call of the model takes longer than
   *     the options allow
   */
  public static EvaluationResult evaluate(Path model, LoadOptions options, Evaluation evaluation) {
    try (Critic critic = Critic.load(model, options)) {
      PairSource source = evaluation.data().orElseGet(() -> trainingData(model, critic.manifest()));
      critic.requireWidths(source);
      if (!critic.scoresPairs() && !evaluation.probe()) {
        throw new IllegalArgumentException(
            "%s: the model scores no pairs; use --probe to test its encoder".formatted(model));
      }
      Optional<LabelledSplits> probeRows = probeRows(model, critic, source, evaluation.probe());
      Optional<MiResult> mi =
          critic.scoresPairs()
              ? Optional.of(
                  MiResult.evaluate(
                      source,
                      critic,
                      evaluation.sampling(),
                      critic.readOuts().and(evaluation.readOuts())))
              : Optional.empty();
      return new EvaluationResult(
          new EvaluationResult.Model(model, critic.manifest()),
          source,
          mi,
          probeRows.map(rows -> probe(critic, rows)).orElse(List.of()),
          Notes.of(critic.manifest(), source, mi));
    }
  }

  private static PairSource trainingData(Path model, Optional<Manifest> manifest) {
    String spec = manifest.map(m -> m.getData().getSpec()).orElse("");
    if (spec.isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not name its data; give --data SPEC".formatted(model));
    }
    return PairSources.parse(spec);
  }

  /** What the probe needs, or the reason why there can be none, before anything takes time. */
  private static Optional<LabelledSplits> probeRows(
      Path model, Critic critic, PairSource source, boolean probe) {
    if (!probe) {
      return Optional.empty();
    }
    if (!critic.encodesX()) {
      throw new IllegalArgumentException(
          "--probe: %s has no signature encode_x; use a critic with an encoder".formatted(model));
    }
    return Optional.of(LabelledSplits.of(source));
  }

  private static List<Representation> probe(Critic critic, LabelledSplits raw) {
    return List.of(
        Representation.evaluate(Representation.FEATURES, raw.map(critic::encodeX)),
        Representation.evaluate(Representation.RAW, raw));
  }
}
