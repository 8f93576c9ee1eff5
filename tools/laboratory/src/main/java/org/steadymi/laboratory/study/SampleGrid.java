package org.steadymi.laboratory.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is estimated, how, and from how many rows.
 *
 * @param methods names of estimators
 * @param tasks names of distributions
 * @param rows sizes of samples
 */
public record SampleGrid(List<String> methods, List<String> tasks, List<Integer> rows)
    implements Serializable {
  /** No estimates from samples. */
  public static final SampleGrid NONE = new SampleGrid(List.of(), List.of(), List.of());

  /** Copies. */
  public SampleGrid {
    methods = List.copyOf(methods);
    tasks = List.copyOf(tasks);
    rows = List.copyOf(rows);
  }

  SampleGrid withMethods(List<String> value) {
    return new SampleGrid(distinct("methods", value), tasks, rows);
  }

  SampleGrid withTasks(List<String> value) {
    return new SampleGrid(methods, distinct("tasks", value), rows);
  }

  SampleGrid withRows(List<Integer> value) {
    return new SampleGrid(methods, tasks, distinct("rows", value));
  }

  /** By option; none if there is nothing to estimate. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    if (!equals(NONE)) {
      entries.put("methods", String.join(",", methods));
      entries.put("tasks", String.join(",", tasks));
      entries.put("rows", rows.stream().map(n -> n.toString()).collect(Collectors.joining(",")));
    }
    return entries;
  }

  private <T> List<T> distinct(String option, List<T> values) {
    Option.require(!equals(NONE), option, "estimates nothing from samples");
    if (values.isEmpty() || values.contains("")) {
      throw new IllegalArgumentException(
          "--%s: expected values between commas, found an empty one".formatted(option));
    }
    return Option.different(option, "values", values);
  }
}
