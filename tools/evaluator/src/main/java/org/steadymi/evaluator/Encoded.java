package org.steadymi.evaluator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.output.FeatureFile;
import org.steadymi.evaluator.probe.LabelledSplits;
import org.steadymi.evaluator.probe.Representation;

/**
 * The labelled rows of a source as the encoder sees them. Every split is encoded once, and its
 * inputs are kept only where they are few enough to be probed beside the features.
 */
final class Encoded {
  /** The most values of the training split that are probed as they are: 2²⁶, 256 MiB. */
  static final long MOST_RAW_VALUES = 1L << 26;

  private final Map<Split, LabelledRows> features = new EnumMap<>(Split.class);
  private final Map<Split, LabelledRows> raw = new EnumMap<>(Split.class);

  private final long mostRawValues;

  private Encoded(long mostRawValues) {
    this.mostRawValues = mostRawValues;
  }

  /**
   * Encodes all splits.
   *
   * @param probing whether inputs are probed beside, and where all goes, if anywhere
   * @param mostRawValues the most values of the training split with which inputs are kept
   */
  static Encoded of(Critic critic, PairSource source, Probing probing, long mostRawValues) {
    Encoded encoded = new Encoded(mostRawValues);
    try (FeatureFile out = FeatureFile.open(probing.features())) {
      for (Split split : Split.values()) {
        LabelledRows inputs = LabelledSplits.labelled(source, split);
        LabelledRows found =
            new LabelledRows(critic.encodeX(inputs.rows()), inputs.labels(), inputs.classes());
        out.add(split, inputs, found.rows());
        encoded.features.put(split, found);
        if (probing.inputs()) {
          encoded.keep(split, inputs);
        }
      }
      out.finish();
    }
    return encoded;
  }

  /** The training split comes first and decides. */
  private void keep(Split split, LabelledRows inputs) {
    boolean few =
        split == Split.TRAIN
            ? inputs.rows().values().length <= mostRawValues
            : raw.containsKey(Split.TRAIN);
    if (few) {
      raw.put(split, inputs);
    }
  }

  /** Probes the features and, if they were kept, the raw inputs. */
  List<Representation> representations() {
    var found = new ArrayList<Representation>();
    found.add(Representation.evaluate(Representation.FEATURES, splits(features)));
    if (!raw.isEmpty()) {
      found.add(Representation.evaluate(Representation.RAW, splits(raw)));
    }
    return found;
  }

  private static LabelledSplits splits(Map<Split, LabelledRows> rows) {
    return new LabelledSplits(
        rows.get(Split.TRAIN), rows.get(Split.SELECTION), rows.get(Split.REPORT));
  }
}
