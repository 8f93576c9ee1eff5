package org.steadymi.evaluator.output;

import java.util.Locale;
import java.util.Optional;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Averaging;
import org.steadymi.evaluator.readout.Reading;

/** Names and values that every form of output has in common. */
final class Facts {
  /** The unit of every information quantity. */
  static final String NATS = "nats";

  /** The unit of accuracies. */
  static final String ACCURACY = "share";

  private Facts() {}

  static String split(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  static String id(Similarity similarity) {
    return similarity.name().toLowerCase(Locale.ROOT);
  }

  static String standardErrorOf(Reading reading) {
    return reading.averaging() == Averaging.MICRO
        ? "delete-a-group jackknife over batches"
        : "mean over batches";
  }

  /** The version in the jar's manifest; {@code development} where classes run from a folder. */
  static String version() {
    return Optional.ofNullable(Facts.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
