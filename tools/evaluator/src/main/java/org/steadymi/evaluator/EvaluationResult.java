package org.steadymi.evaluator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.savedmodels.proto.Manifest;

/**
 * All that one evaluation found.
 *
 * @param model the model
 * @param source the data
 * @param mi mutual information; empty for a model that scores no pairs
 * @param accuracies how well classes are told apart
 * @param notes what a reader of the numbers has to know, one sentence each
 */
public record EvaluationResult(
    Model model,
    PairSource source,
    Optional<MiResult> mi,
    Accuracies accuracies,
    List<String> notes) {
  /**
   * A model on disk.
   *
   * @param folder the SavedModel
   * @param manifest what it says about itself; empty for models of other programs
   */
  public record Model(Path folder, Optional<Manifest> manifest) {}

  /** Copies the list. */
  public EvaluationResult {
    notes = List.copyOf(notes);
  }

  /** The encoder's features and the raw inputs, as far as they were probed. */
  public List<Representation> representations() {
    return accuracies.representations();
  }
}
