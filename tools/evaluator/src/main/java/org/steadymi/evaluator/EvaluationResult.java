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
 * @param representations the encoder's features and, to compare with, the raw inputs; empty without
 *     a probe
 * @param notes what a reader of the numbers has to know, one sentence each
 */
public record EvaluationResult(
    Model model,
    PairSource source,
    Optional<MiResult> mi,
    List<Representation> representations,
    List<String> notes) {
  /**
   * A model on disk.
   *
   * @param folder the SavedModel
   * @param manifest what it says about itself; empty for models of other programs
   */
  public record Model(Path folder, Optional<Manifest> manifest) {}

  /** Copies the lists. */
  public EvaluationResult {
    representations = List.copyOf(representations);
    notes = List.copyOf(notes);
  }
}
