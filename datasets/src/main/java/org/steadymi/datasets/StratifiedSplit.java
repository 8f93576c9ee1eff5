package org.steadymi.datasets;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * Cuts labelled rows into train, selection and report: 60, 20 and 20 per cent of every class,
 * rounded, so that classes are as frequent in each part as in the whole.
 */
final class StratifiedSplit {
  private StratifiedSplit() {}

  /** The rows of each split in their original order; a pure function of rows and seed. */
  static Map<Split, LabelledRows> of(LabelledRows all, long seed) {
    UniformRandomProvider random = HostRandom.splitting(seed);
    Split[] splits = new Split[all.labels().length];
    for (int label = 0; label < all.classes(); label++) {
      assign(ArraySampler.shuffle(random, members(all, label)), splits);
    }
    Map<Split, LabelledRows> parts = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      parts.put(split, all.select(where(splits, split)));
    }
    return parts;
  }

  private static void assign(int[] members, Split[] splits) {
    long train = Math.round(0.6 * members.length);
    long selection = Math.round(0.2 * members.length);
    for (int i = 0; i < members.length; i++) {
      splits[members[i]] =
          i < train ? Split.TRAIN : i < train + selection ? Split.SELECTION : Split.REPORT;
    }
  }

  private static int[] members(LabelledRows all, int label) {
    int[] labels = all.labels();
    return IntStream.range(0, labels.length).filter(row -> labels[row] == label).toArray();
  }

  private static int[] where(Split[] splits, Split split) {
    return IntStream.range(0, splits.length).filter(row -> splits[row] == split).toArray();
  }
}
