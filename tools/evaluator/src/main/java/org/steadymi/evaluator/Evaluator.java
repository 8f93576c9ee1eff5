package org.steadymi.evaluator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.SpecException;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.probe.Accuracy;
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
    LoadOptions known =
        evaluation
            .data()
            .map(data -> options.mapping().withSizes(data.xSize(), data.ySize()))
            .map(options::withMapping)
            .orElse(options);
    try (Critic critic = Critic.load(model, known)) {
      PairSource source = evaluation.data().orElseGet(() -> trainingData(model, critic.manifest()));
      critic.requireWidths(source);
      requireWork(model, critic, source, evaluation.probing());
      Optional<MiResult> mi =
          critic.scoresPairs(source)
              ? Optional.of(mi(critic, source, evaluation))
              : Optional.empty();
      Accuracies accuracies =
          new Accuracies(
              labelAccuracy(critic, source), representations(critic, source, evaluation.probing()));
      return new EvaluationResult(
          new EvaluationResult.Model(model, critic.manifest()),
          source,
          mi,
          accuracies,
          Notes.of(critic, source, mi, rawIsMissing(evaluation.probing(), accuracies)));
    }
  }

  private static PairSource trainingData(Path model, Optional<Manifest> manifest) {
    String spec = manifest.map(m -> m.getData().getSpec()).orElse("");
    if (spec.isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not name its data; give --data SPEC".formatted(model));
    }
    if (PairSources.families().stream().noneMatch(family -> family.claims().test(spec))) {
      throw new SpecException(
          "%s was trained on '%s', which is no source of pairs: give --data SPEC, or score a table with steadymi score"
              .formatted(model, spec));
    }
    return PairSources.parse(spec);
  }

  /** Says why there is nothing to do, or no probe, before anything takes time. */
  private static void requireWork(Path model, Critic critic, PairSource source, Probing probing) {
    if (!critic.scoresPairs(source) && !probing.wanted()) {
      throw new IllegalArgumentException(
          "%s: the model scores no pairs, and its encoder of x cannot encode y; use --probe to test it"
              .formatted(model));
    }
    if (probing.wanted() && !critic.encodesX()) {
      throw new IllegalArgumentException(
          "--probe: %s has no signature encode_x; use a critic with an encoder".formatted(model));
    }
    if (probing.wanted()) {
      LabelledSplits.labelled(source, Split.REPORT);
    }
  }

  private static MiResult mi(Critic critic, PairSource source, Evaluation evaluation) {
    return MiResult.evaluate(
        source,
        critic,
        evaluation.sampling().on(source.pairing(), critic.manifest()),
        critic.readOuts().and(evaluation.readOuts()));
  }

  private static Optional<Accuracy> labelAccuracy(Critic critic, PairSource source) {
    return critic.scoresPairs(source) && ScoredBatches.ofClasses(source)
        ? source.labelled(Split.REPORT).map(rows -> LabelAccuracy.of(rows, critic))
        : Optional.empty();
  }

  /** Whether the raw inputs were to be probed but are too many. */
  private static boolean rawIsMissing(Probing probing, Accuracies accuracies) {
    return probing.inputs() && accuracies.representations().size() < 2;
  }

  private static List<Representation> representations(
      Critic critic, PairSource source, Probing probing) {
    return probing.wanted()
        ? Encoded.of(critic, source, probing, Encoded.MOST_RAW_VALUES).representations()
        : List.of();
  }
}
