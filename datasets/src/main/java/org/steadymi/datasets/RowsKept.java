package org.steadymi.datasets;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a pair of images and their top rows is made of.
 *
 * @param keep t, rows of an image that y keeps, from the top
 * @param again rows that y keeps of a second copy of the image; empty where x holds its image once
 * @param twice whether a pair is two independent pairs, side by side
 */
record RowsKept(int keep, OptionalInt again, boolean twice) {
  private static final String KEEP = "keep";
  private static final String AGAIN = "again";
  private static final String TWICE = "twice";

  /** The keys, for {@link Spec#only}. */
  static final List<String> KEYS = List.of(KEEP, AGAIN, TWICE);

  /**
   * One image of a pair.
   *
   * @param drawn which of the images that were drawn for the pair, from 0
   * @param rows how many of its rows y keeps
   */
  record Part(int drawn, int rows) {}

  /**
   * Reads the options.
   *
   * @param height rows of an image
   * @throws SpecException with one line, if a number is missing or does not fit
   */
  static RowsKept of(Spec spec, int height) {
    if (!spec.has(KEEP)) {
      throw new SpecException(spec.name() + ": pairs=rows: expected keep=ROWS, found none");
    }
    int keep = spec.integer(KEEP, height, 0, height);
    boolean twice = spec.flag(TWICE, false);
    if (!spec.has(AGAIN)) {
      return new RowsKept(keep, OptionalInt.empty(), twice);
    }
    if (twice) {
      throw new SpecException(spec.name() + ": expected again or twice, found both");
    }
    return new RowsKept(keep, OptionalInt.of(spec.integer(AGAIN, keep, 0, keep)), false);
  }

  /** A specification with these options. */
  Spec in(Spec name) {
    Spec spec = name.with(KEEP, keep);
    spec = again.isPresent() ? spec.with(AGAIN, again.getAsInt()) : spec;
    return twice ? spec.with(TWICE, true) : spec;
  }

  /** The images of a pair, in the order of x and of y. */
  List<Part> parts() {
    if (twice) {
      return List.of(new Part(0, keep), new Part(1, keep));
    }
    return again.isPresent()
        ? List.of(new Part(0, keep), new Part(0, again.getAsInt()))
        : List.of(new Part(0, keep));
  }

  /** How many images are drawn, independently, for one pair. */
  int draws() {
    return twice ? 2 : 1;
  }
}
