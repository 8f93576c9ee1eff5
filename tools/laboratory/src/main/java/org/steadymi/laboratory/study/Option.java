package org.steadymi.laboratory.study;

import java.util.List;

/** What every setting asks of what it is set to. */
final class Option {
  private Option() {}

  /**
   * Checks that a study has it.
   *
   * @param option without its dashes
   * @param why the study does not: {@code has …}
   * @throws IllegalArgumentException with one line, if not
   */
  static void require(boolean applies, String option, String why) {
    if (!applies) {
      throw new IllegalArgumentException("--%s cannot be set: the study %s".formatted(option, why));
    }
  }

  /**
   * Checks a number.
   *
   * @throws IllegalArgumentException with one line, if it is below 1
   */
  static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "--%s: expected at least 1, found %d".formatted(option, value));
    }
    return value;
  }

  /**
   * Checks that values differ.
   *
   * @param what they are
   * @throws IllegalArgumentException with one line, if two are the same
   */
  static <T> List<T> different(String option, String what, List<T> values) {
    if (values.stream().distinct().count() < values.size()) {
      throw new IllegalArgumentException(
          "--%s: expected different %s, found %s".formatted(option, what, values));
    }
    return values;
  }
}
