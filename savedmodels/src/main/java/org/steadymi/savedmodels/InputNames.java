package org.steadymi.savedmodels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tensorflow.proto.TensorInfo;

/** Finds which input of a signature takes x and which takes y. */
record InputNames(SignatureName name, SignatureMapping mapping, Map<String, TensorInfo> found) {

  /**
   * The key in the model of each input of the contract: the one that the caller names, else the one
   * of the same name, else the only one left, else the only one left whose rows are as wide as the
   * data's.
   *
   * @param failure makes an exception of what was found and what is needed
   */
  Map<String, String> assign(Function<String, SavedModelException> failure) {
    List<String> wanted = name.inputs();
    if (found.size() != wanted.size()) {
      throw failure.apply("found inputs %s, needed %s".formatted(sorted(), wanted));
    }
    Map<String, TensorInfo> left = new TreeMap<>(found);
    Map<String, String> keys = new LinkedHashMap<>();
    for (String input : wanted) {
      mapping.named(input).ifPresent(key -> take(input, key, left, keys, failure));
    }
    for (String input : wanted) {
      if (!keys.containsKey(input) && left.containsKey(input)) {
        take(input, input, left, keys, failure);
      }
    }
    wanted.stream().filter(input -> !keys.containsKey(input)).forEach(i -> fit(i, left, keys));
    wanted.stream().filter(input -> !keys.containsKey(input)).forEach(i -> fit(i, left, keys));
    if (keys.size() < wanted.size()) {
      throw failure.apply(
          "found inputs %s, needed %s; name them with --x-input and --y-input"
              .formatted(described(), wanted));
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    wanted.forEach(input -> ordered.put(input, keys.get(input)));
    return ordered;
  }

  private void take(
      String input,
      String key,
      Map<String, TensorInfo> left,
      Map<String, String> keys,
      Function<String, SavedModelException> failure) {
    if (left.remove(key) == null) {
      throw failure.apply("found inputs %s, needed '%s' for %s".formatted(sorted(), key, input));
    }
    keys.put(input, key);
  }

  /** Takes the only input that is left or, among several, the only one of the data's width. */
  private void fit(String input, Map<String, TensorInfo> left, Map<String, String> keys) {
    OptionalInt size = mapping.size(input);
    List<String> fitting =
        left.size() == 1
            ? List.copyOf(left.keySet())
            : left.entrySet().stream()
                .filter(
                    entry ->
                        size.isPresent()
                            && TensorFacts.rowSize(entry.getValue()) == size.getAsInt())
                .map(Map.Entry::getKey)
                .toList();
    if (fitting.size() == 1) {
      left.remove(fitting.get(0));
      keys.put(input, fitting.get(0));
    }
  }

  private List<String> sorted() {
    return found.keySet().stream().sorted().toList();
  }

  private String described() {
    return new TreeMap<>(found)
        .entrySet().stream()
            .map(
                entry ->
                    entry.getKey() + " " + TensorFacts.describe(entry.getValue().getTensorShape()))
            .collect(Collectors.joining(", ", "[", "]"));
  }
}
