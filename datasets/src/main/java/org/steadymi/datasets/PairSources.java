package org.steadymi.datasets;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue of pair sources. */
public final class PairSources {
  /** One line per family; the first that claims a specification reads it. */
  private static final List<SourceFamily> FAMILIES =
      Stream.concat(
              Stream.of(Gaussian.FAMILY, OneHot.FAMILY, KnownMi.FAMILY, Digits.FAMILY),
              ImageFiles.FAMILIES.stream())
          .toList();

  private PairSources() {}

  /** The families in the order to list them. */
  public static List<SourceFamily> families() {
    return FAMILIES;
  }

  /**
   * Opens the source that a specification names, for example {@code gaussian:dim=20,mi=4}.
   *
   * @throws SpecException with one line, if the source is unknown or an option is bad
   */
  public static PairSource parse(String spec) {
    for (SourceFamily family : FAMILIES) {
      if (family.claims().test(spec)) {
        return family.open().apply(spec);
      }
    }
    List<String> known = FAMILIES.stream().map(SourceFamily::name).toList();
    throw SpecException.unknown("data source", name(spec), known);
  }

  /** What stands before the first colon. */
  static String name(String spec) {
    int colon = spec.indexOf(':');
    return (colon < 0 ? spec : spec.substring(0, colon)).strip();
  }

  static void checkCount(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("pairs: expected a count of at least 1, found " + count);
    }
  }
}
