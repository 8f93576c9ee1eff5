package org.steadymi.datasets;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where pairs (x, y) come from. A source knows its sizes, its true mutual information where one is
 * known, and how to draw on the host and in a graph; its draws on different {@linkplain Split
 * splits} are independent.
 */
public interface PairSource {
  /**
   * The canonical specification, for example {@code gaussian:dim=20,mi=4}; parses back to an equal
   * source.
   */
  String spec();

  /** Width of x. */
  int xSize();

  /** Width of y. */
  int ySize();

  /** I(X;Y) in nats, exact or (for images) the entropy of the label; empty where nobody knows. */
  OptionalDouble trueMi();

  /**
   * SHA-256 of what the source draws from, in hex: of the rows for finite sets, of the
   * specification otherwise.
   */
  String fingerprint();

  /**
   * Draws aligned pairs on the host.
   *
   * @throws IllegalArgumentException if count is below 1
   */
  Pairs pairs(Split split, long seed, int count);

  /** Draws inside a graph, from the given split. */
  GraphSampler sampler(Split split);

  /** How its batches are meant to be paired. */
  default Pairing pairing() {
    return Pairing.MATRIX;
  }

  /**
   * Draws of single rows with their class, where {@link #pairing()} is {@code LABELS} or {@code
   * SAME_LABEL}.
   */
  default Optional<LabelledDraws> labelledDraws() {
    return Optional.empty();
  }

  /** How a row of x is an image, where it is one. */
  default Optional<ImageShape> imageShape() {
    return Optional.empty();
  }

  /** The densities behind the pairs, where they are known. */
  default Optional<Densities> densities() {
    return Optional.empty();
  }

  /** The rows of a split with their class, where the source has classes; in a fixed order. */
  default Optional<LabelledRows> labelled(Split split) {
    return Optional.empty();
  }
}
