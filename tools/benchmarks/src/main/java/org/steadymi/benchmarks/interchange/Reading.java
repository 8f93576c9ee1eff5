package org.steadymi.benchmarks.interchange;

import java.util.Locale;

/** How a caller gets at the scores. */
enum Reading {
  /** Where TensorFlow has them. */
  IN_PLACE,
  /** As an array of the caller's own. */
  COPIED;

  /** Its name, as peers take it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name in tables. */
  String words() {
    return id().replace('-', ' ');
  }
}
