package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.List;

/** Lists of words that may stand in double quotes; two quotes inside quotes are one. */
final class Quoted {
  private static final char QUOTE = '"';

  private Quoted() {}

  /** The pieces between separators outside of quotes, as written. */
  static List<String> split(String list, char separator) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      quoted ^= c == QUOTE;
      if (c == separator && !quoted) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** A word without the quotes around it, if it has them. */
  static String plain(String word) {
    int length = word.length();
    boolean quoted = length >= 2 && word.charAt(0) == QUOTE && word.charAt(length - 1) == QUOTE;
    return quoted ? word.substring(1, length - 1).replace("\"\"", "\"") : word;
  }
}
