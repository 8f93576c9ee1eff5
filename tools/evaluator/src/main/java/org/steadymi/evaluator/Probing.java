package org.steadymi.evaluator;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether to test the encoder's features by linear probe and nearest neighbours.
 *
 * @param wanted whether at all
 * @param inputs whether to test the raw inputs, too, where they are few enough
 * @param features a file to write them to, {@code .npz}
 */
public record Probing(boolean wanted, boolean inputs, Optional<Path> features) {
  /** No probe. */
  public static final Probing NONE = new Probing(false, false, Optional.empty());

  /** Features alone. */
  public static final Probing OF_FEATURES = new Probing(true, false, Optional.empty());

  /** Features, and the raw inputs to compare with. */
  public static final Probing BESIDE_INPUTS = new Probing(true, true, Optional.empty());

  /** Checks that features are asked for with the probe, in a format that there is. */
  public Probing {
    if (features.isPresent() && !wanted) {
      throw new IllegalArgumentException("--features needs --probe, which computes them");
    }
    features.ifPresent(Probing::requireNpz);
  }

  private static void requireNpz(Path file) {
    if (!file.toString().endsWith(".npz")) {
      throw new IllegalArgumentException(
          "--features: expected a file name that ends in .npz, found %s".formatted(file));
    }
  }
}
