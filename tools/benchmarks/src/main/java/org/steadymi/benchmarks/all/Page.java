package org.steadymi.benchmarks.all;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of {@code docs/} that a verb makes, under the name that it has there. */
public enum Page {
  PERFORMANCE_TRAINING("training --rounds 10"),
  PERFORMANCE_TRAINING_CONCAT("training --critic concat --seconds 1.5"),
  PERFORMANCE_PRODUCTS("products"),
  PERFORMANCE_IMAGES("images --rounds 5 --seconds 4"),
  PERFORMANCE_EVALUATION("evaluation"),
  PERFORMANCE_INTERCHANGE("interchange"),
  PERFORMANCE_BASELINES("baselines --rounds 5"),
  PERFORMANCE_ESTIMATE("estimate"),
  PERFORMANCE_ESTIMATE_WIDE(
      "estimate --rows 10000 --data known:task=multinormal-dense-50-50-0.5 --rounds 2"),
  PERFORMANCE_ESTIMATE_ROWS(
      "estimate --rows 100000,1000000 --data gaussian:dim=25,mi=5 --format parquet --only normal --rounds 1"),
  PERFORMANCE_SCALING("scaling --rounds 3"),
  PERFORMANCE_MEMORY("soak"),
  /** Whose figures stand in {@code docs/self-check.md}. */
  CHECKS("checks");

  private final String words;

  Page(String words) {
    this.words = words;
  }

  /**
   * The page of that name, as on the command line.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Page named(String id) {
    return Arrays.stream(values())
        .filter(page -> page.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown page '%s'; known: %s"
                        .formatted(
                            id,
                            Arrays.stream(values())
                                .map(Page::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** Its name, without an ending. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The verb and its options, as one writes them. */
  String words() {
    return words;
  }

  /** The verb. */
  public String verb() {
    return arguments().get(0);
  }

  /** The verb and its options. */
  public List<String> arguments() {
    return List.of(words.split(" "));
  }

  /** Its file of an ending, such as {@code md}. */
  Path in(Path folder, String ending) {
    return folder.resolve(id() + "." + ending);
  }
}
