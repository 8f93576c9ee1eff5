package org.steadymi.datasets;

import java.util.Locale;

/**
 * What the specifications of all image sets have in common.
 *
 * @param mode how images become pairs
 * @param seed which of the possible splits
 * @param augmentation random changes of the images of the train split
 */
record ImageOptions(ImagePairs.Mode mode, long seed, Augmentation augmentation) {
  /** What help texts say of them. */
  static final String HELP =
      "pairs=aligned|contrastive|supervised, seed=N for another split, shift=PIXELS and flip=true"
          + " change training images at random";

  private static final String PAIRS = "pairs";
  private static final String SEED = "seed";
  private static final String SHIFT = "shift";
  private static final String FLIP = "flip";
  private static final ImageOptions DEFAULTS =
      new ImageOptions(ImagePairs.Mode.ALIGNED, 0, Augmentation.NONE);

  /** The keys, for {@link Spec#only}. */
  static String[] keys() {
    return new String[] {PAIRS, SEED, SHIFT, FLIP};
  }

  static ImageOptions of(Spec spec) {
    String pairs = spec.choice(PAIRS, word(DEFAULTS.mode), "aligned", "contrastive", "supervised");
    return new ImageOptions(
        ImagePairs.Mode.valueOf(pairs.toUpperCase(Locale.ROOT)),
        spec.seed(SEED, DEFAULTS.seed),
        new Augmentation(spec.integer(SHIFT, 0, 0, 64), spec.flag(FLIP, false)));
  }

  /** A specification with those of these options that are not the defaults. */
  Spec in(Spec name) {
    Spec spec = mode == DEFAULTS.mode ? name : name.with(PAIRS, word(mode));
    spec = seed == DEFAULTS.seed ? spec : spec.with(SEED, seed);
    spec = augmentation.shift() == 0 ? spec : spec.with(SHIFT, augmentation.shift());
    return augmentation.flip() ? spec.with(FLIP, true) : spec;
  }

  private static String word(ImagePairs.Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
