package org.steadymi.datasets;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the specifications of all image sets have in common.
 *
 * @param pairs how images become pairs: a word of the specification
 * @param seed which of the possible splits
 * @param augmentation random changes of the images of the train split
 */
record ImageOptions(String pairs, long seed, Augmentation augmentation) {
  /** What help texts say of them. */
  static final String HELP =
      "pairs=aligned|contrastive|supervised, pairs=rows,keep=N for an image and its top rows, seed=N for another split, shift=PIXELS and flip=true"
          + " change training images at random";

  private static final String PAIRS = "pairs";
  private static final String ALIGNED = "aligned";
  private static final String ROWS = "rows";
  private static final String SEED = "seed";
  private static final String SHIFT = "shift";
  private static final String FLIP = "flip";

  /** The keys, for {@link Spec#only}. */
  static String[] keys() {
    return Stream.concat(Stream.of(PAIRS, SEED, SHIFT, FLIP), RowsKept.KEYS.stream())
        .toArray(String[]::new);
  }

  static ImageOptions of(Spec spec) {
    String pairs = spec.choice(PAIRS, ALIGNED, ALIGNED, "contrastive", "supervised", ROWS);
    for (String key : pairs.equals(ROWS) ? List.<String>of() : RowsKept.KEYS) {
      if (spec.has(key)) {
        throw new SpecException(
            "%s: %s goes with pairs=rows, found pairs=%s".formatted(spec.name(), key, pairs));
      }
    }
    return new ImageOptions(
        pairs,
        spec.seed(SEED, 0),
        new Augmentation(spec.integer(SHIFT, 0, 0, 64), spec.flag(FLIP, false)));
  }

  /**
   * The pairs that are asked for.
   *
   * @param spec as it was given
   * @param name what it is of, without these options
   * @param splits cut by {@link #seed()}
   * @param fingerprint of all images and labels
   */
  PairSource open(Spec spec, Spec name, ImageSplits splits, String fingerprint) {
    if (!pairs.equals(ROWS)) {
      return new ImagePairs(in(name), this, splits, fingerprint);
    }
    RowsKept kept = RowsKept.of(spec, splits.train().shape().height());
    return new RowPairs(kept.in(in(name)), kept, splits.tables(augmentation), fingerprint);
  }

  /** A specification with those of these options that are not the defaults. */
  private Spec in(Spec name) {
    Spec spec = pairs.equals(ALIGNED) ? name : name.with(PAIRS, pairs);
    spec = seed == 0 ? spec : spec.with(SEED, seed);
    spec = augmentation.shift() == 0 ? spec : spec.with(SHIFT, augmentation.shift());
    return augmentation.flip() ? spec.with(FLIP, true) : spec;
  }
}
