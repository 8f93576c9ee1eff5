package org.steadymi.report;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Conditions that the records of the model share. */
final class Checks {
  private Checks() {}

  /** Returns {@code text} where it holds something to read. */
  static String present(String text, String what) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
    return text;
  }

  /** Returns {@code text}, or the empty text where there is none. */
  static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Returns an immutable copy of a list without nulls. */
  static <T> List<T> copy(List<T> list, String what) {
    if (list == null || list.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(what + " must be a list without nulls");
    }
    return List.copyOf(list);
  }

  /** Returns an immutable copy of a list with at least one element. */
  static <T> List<T> copyNonEmpty(List<T> list, String what) {
    List<T> copy = copy(list, what);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
    return copy;
  }

  /** Refuses a name that occurs twice. */
  static void distinct(List<String> names, String what) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(what + " '" + name + "' occurs twice");
      }
    }
  }

  /** Refuses a reference line that belongs to a series the chart does not have. */
  static void belong(List<ReferenceLine> references, List<String> names, String chart) {
    for (ReferenceLine line : references) {
      if (!line.series().isEmpty() && !names.contains(line.series())) {
        throw new IllegalArgumentException(
            "reference line '%s' of chart '%s' belongs to the unknown series '%s': known are %s"
                .formatted(line.label(), chart, line.series(), names));
      }
    }
  }
}
