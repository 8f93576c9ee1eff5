package org.steadymi.evaluator;

import java.util.List;
import java.util.Optional;
import org.steadymi.evaluator.probe.Accuracy;
import org.steadymi.evaluator.probe.Representation;

/**
 * How well classes are told apart, on the report split.
 *
 * @param scores by the largest of a row's scores against all classes; empty where y is no class
 * @param representations the encoder's features and, to compare with, the raw inputs; empty without
 *     a probe
 */
public record Accuracies(Optional<Accuracy> scores, List<Representation> representations) {
  /** Copies the list. */
  public Accuracies {
    representations = List.copyOf(representations);
  }
}
