package org.steadymi.datasets;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of pair source in the catalogue.
 *
 * @param name its name, as messages list it
 * @param example a specification to show, for example {@code onehot:symbols=16}
 * @param summary one line: what it is, which options it has
 * @param claims whether a specification is meant for this family, by its form alone
 * @param open reads a specification it claims; refuses a bad one with a {@link SpecException}
 */
public record SourceFamily(
    String name,
    String example,
    String summary,
    Predicate<String> claims,
    Function<String, PairSource> open) {

  /** A family whose specifications are its name, alone or before a colon. */
  static SourceFamily named(
      String name, String example, String summary, Function<String, PairSource> open) {
    return new SourceFamily(
        name, example, summary, text -> PairSources.name(text).equals(name), open);
  }
}
