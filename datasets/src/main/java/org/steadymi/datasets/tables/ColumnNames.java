package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.steadymi.datasets.SpecException;

/** The columns of a file and what a user's list of names, positions and ranges chooses of them. */
final class ColumnNames {
  private static final int LISTED = 10;
  private static final String POSITION = "\\d{1,9}";
  private static final String POSITIONS = POSITION + "-" + POSITION;

  private final String file;
  private final List<String> names;
  private final Map<String, List<int[]>> named = new HashMap<>(); // a group is several positions
  private final Map<String, TableException> unusable;

  /**
   * @param file for messages
   * @param names in the order of the file; a blank one is replaced by {@code c} and its position
   * @param groups names that stand for several columns at once, as an array of a file of arrays
   * @param unusable names of what is no column, and why
   */
  ColumnNames(
      String file,
      List<String> names,
      Map<String, int[]> groups,
      Map<String, TableException> unusable) {
    this.file = file;
    this.unusable = unusable;
    this.names =
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i).isBlank() ? "c" + i : names.get(i))
            .toList();
    for (int i = 0; i < this.names.size(); i++) {
      add(this.names.get(i), i);
    }
    groups.forEach(this::add);
  }

  /** Columns of these names. */
  static ColumnNames named(String file, List<String> names) {
    return new ColumnNames(file, names, Map.of(), Map.of());
  }

  /** Columns {@code c0}, {@code c1}, … */
  static ColumnNames numbered(String file, int count) {
    return named(file, Collections.nCopies(count, ""));
  }

  private void add(String name, int... positions) {
    named.computeIfAbsent(name, key -> new ArrayList<>(1)).add(positions);
  }

  int count() {
    return names.size();
  }

  String name(int position) {
    return names.get(position);
  }

  List<String> all() {
    return names;
  }

  Place place(int position) {
    return new Place(file, names.get(position));
  }

  /**
   * The positions that a list chooses, in its order.
   *
   * @param option where the list was given, for messages
   * @throws TableException with one line, if it is empty, names no column, names one twice or can
   *     be read in two ways
   */
  int[] choose(String option, String list) {
    Set<Integer> chosen = new LinkedHashSet<>();
    for (String item : Quoted.split(list, ',')) {
      for (int position : item(option, item.strip())) {
        if (!chosen.add(position)) {
          throw refused(option, "column '" + names.get(position) + "' is chosen twice");
        }
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] item(String option, String item) {
    if (item.isEmpty()) {
      throw refused(
          option, "expected columns such as age,bmi or c1:c20 or 0-19, found an empty name");
    }
    List<int[]> readings = new ArrayList<>(ranges(option, item));
    if (named.containsKey(Quoted.plain(item))) {
      readings.add(one(option, Quoted.plain(item)));
    }
    if (item.matches(POSITION) && Integer.parseInt(item) < count()) {
      readings.add(new int[] {Integer.parseInt(item)});
    }
    if (item.matches(POSITIONS)) {
      readings.addAll(positions(item));
    }
    if (readings.isEmpty()) {
      throw unknown(option, item);
    }
    int[] first = readings.get(0);
    if (readings.stream().anyMatch(other -> !Arrays.equals(first, other))) {
      String position =
          item.matches(POSITION) ? ", %s-%s for the position".formatted(item, item) : "";
      throw refused(
          option,
          "'%s' can be read in two ways: write \"%s\" in quotes for the name"
                  .formatted(item, Quoted.plain(item))
              + position);
    }
    return first;
  }

  /** Every way to read an item as two names around a colon. */
  private List<int[]> ranges(String option, String item) {
    List<int[]> ranges = new ArrayList<>();
    List<String> parts = Quoted.split(item, ':');
    for (int cut = 1; cut < parts.size(); cut++) {
      String from = Quoted.plain(String.join(":", parts.subList(0, cut)).strip());
      String to = Quoted.plain(String.join(":", parts.subList(cut, parts.size())).strip());
      if (named.containsKey(from) && named.containsKey(to)) {
        int low = one(option, from)[0];
        int[] last = one(option, to);
        int high = last[last.length - 1];
        if (low > high) {
          throw refused(option, "'%s': column '%s' comes after '%s'".formatted(item, from, to));
        }
        ranges.add(IntStream.rangeClosed(low, high).toArray());
      }
    }
    return ranges;
  }

  private List<int[]> positions(String item) {
    int dash = item.indexOf('-');
    int low = Integer.parseInt(item.substring(0, dash));
    int high = Integer.parseInt(item.substring(dash + 1));
    boolean within = low <= high && high < count();
    return within ? List.of(IntStream.rangeClosed(low, high).toArray()) : List.of();
  }

  private int[] one(String option, String name) {
    List<int[]> all = named.get(name);
    if (all.size() > 1) {
      String where = String.join(", ", all.stream().map(p -> Integer.toString(p[0])).toList());
      throw refused(
          option,
          "%d columns are called '%s': choose by position, one of %s"
              .formatted(all.size(), name, where));
    }
    return all.get(0);
  }

  private TableException unknown(String option, String item) {
    int count = count();
    if (unusable.containsKey(Quoted.plain(item))) {
      return unusable.get(Quoted.plain(item));
    }
    if (item.matches(POSITION) || item.matches(POSITIONS)) {
      String last = count == 0 ? "there are none" : "positions are 0 to " + (count - 1);
      return refused(option, "no column '" + item + "': " + last);
    }
    List<String> parts = Quoted.split(item, ':');
    String missing =
        parts.stream()
            .map(part -> Quoted.plain(part.strip()))
            .filter(name -> !named.containsKey(name))
            .findFirst()
            .filter(name -> parts.size() == 2)
            .orElse(Quoted.plain(item));
    String guess = SpecException.guess(missing, named.keySet());
    String list = String.join(", ", names.subList(0, Math.min(LISTED, count)));
    String more = count > LISTED ? ", … (%,d columns)".formatted(count) : "";
    return refused(
        option, "no column " + Place.shown(missing) + guess + ", columns: " + list + more);
  }

  private TableException refused(String option, String problem) {
    return new TableException(file + ": " + option + ": " + problem);
  }
}
