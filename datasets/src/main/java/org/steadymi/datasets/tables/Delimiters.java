package org.steadymi.datasets.tables;

import java.util.Arrays;
import java.util.List;

/** Finds what stands between the cells of a text. */
final class Delimiters {
  /** In the order of preference: the more seldom inside cells, the earlier. */
  private static final List<Character> KNOWN = List.of('\t', ';', '|', ',');

  private static final int LINES = 20;

  private Delimiters() {}

  /**
   * The first known delimiter that stands equally often, at least once, in each of the first lines;
   * failing that, the one most frequent in the first line; a comma if there is none.
   *
   * @param text the beginning of a file
   * @param decimalComma whether a comma is part of numbers
   */
  static char find(String text, boolean decimalComma) {
    List<String> lines =
        Quoted.split(text.replace("\r\n", "\n").replace('\r', '\n'), '\n').stream()
            .filter(line -> !line.isBlank())
            .limit(LINES)
            .toList();
    List<Character> known = decimalComma ? KNOWN.subList(0, KNOWN.indexOf(',')) : KNOWN;
    char best = decimalComma ? ';' : ',';
    int most = 0;
    for (char delimiter : known) {
      int[] counts =
          lines.stream().mapToInt(line -> Quoted.split(line, delimiter).size() - 1).toArray();
      int first = counts.length == 0 ? 0 : counts[0];
      if (first > 0 && Arrays.stream(counts).allMatch(count -> count == first)) {
        return delimiter;
      }
      if (first > most) {
        best = delimiter;
        most = first;
      }
    }
    return best;
  }
}
