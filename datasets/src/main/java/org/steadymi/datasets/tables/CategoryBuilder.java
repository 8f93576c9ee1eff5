package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects categories as codes into a dictionary. */
final class CategoryBuilder {
  /** Levels of a column beyond which it is refused, to bound the memory of the dictionary. */
  static final int MOST_LEVELS = 100_000;

  private final Place place;
  private final Map<String, Integer> codes = new HashMap<>();
  private int[] values = new int[1 << 10];
  private int size;

  CategoryBuilder(Place place) {
    this.place = place;
  }

  int size() {
    return size;
  }

  boolean knows(String level) {
    return codes.containsKey(level);
  }

  /** Adds a category. */
  void add(String level) {
    Integer code = codes.get(level);
    if (code == null) {
      if (codes.size() == MOST_LEVELS) {
        throw place.column(
            "has more than %,d different values by row %,d, too many for categories: an id?"
                .formatted(MOST_LEVELS, size + 1));
      }
      code = codes.size();
      codes.put(level, code);
    }
    append(code);
  }

  void addMissing(int count) {
    for (int i = 0; i < count; i++) {
      append(Column.MISSING);
    }
  }

  private void append(int code) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = code;
  }

  /** The column, its levels in their order. */
  Column.Categories build(String how) {
    List<String> levels = new ArrayList<>(codes.keySet());
    levels.sort(order(levels));
    int[] renumbered = new int[levels.size()];
    for (int i = 0; i < renumbered.length; i++) {
      renumbered[codes.get(levels.get(i))] = i;
    }
    int[] sorted = new int[size];
    for (int row = 0; row < size; row++) {
      sorted[row] = values[row] == Column.MISSING ? Column.MISSING : renumbered[values[row]];
    }
    return new Column.Categories(place.column(), sorted, levels, how);
  }

  private static Comparator<String> order(List<String> levels) {
    boolean numbers = levels.stream().allMatch(level -> NumberText.isNumber(level, '.'));
    Comparator<String> byText = Comparator.naturalOrder();
    return numbers
        ? Comparator.<String>comparingDouble(level -> NumberText.parse(level, '.'))
            .thenComparing(byText)
        : byText;
  }
}
