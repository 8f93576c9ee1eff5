package org.steadymi.evaluator.output;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Averaging;
import org.steadymi.evaluator.readout.Layout;
import org.steadymi.evaluator.readout.Reading;

/** Names and values that every form of output has in common. */
final class Facts {
  /** The unit of every information quantity. */
  static final String NATS = "nats";

  /** The unit of accuracies. */
  static final String ACCURACY = "share";

  /** How classes are told apart by scores. */
  static final String ARGMAX = "argmax of the scores over the classes";

  private Facts() {}

  static String split(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  static String pairing(MiResult mi) {
    return mi.counts().layout().pairing().name().toLowerCase(Locale.ROOT);
  }

  /** C, where rows stand against classes. */
  static OptionalInt classes(MiResult mi) {
    Layout layout = mi.counts().layout();
    return layout.pairing() == Pairing.LABELS
        ? OptionalInt.of(layout.columns())
        : OptionalInt.empty();
  }

  /** How the joint term was averaged, which is linear. */
  static Averaging jointAveraging(MiResult mi) {
    return mi.counts().layout().evenBatches() ? Averaging.BOTH : Averaging.MACRO;
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
