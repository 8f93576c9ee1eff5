package org.steadymi.datasets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A specification that cannot be used. The message is one line made to be shown to its author. */
public class SpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: where, what was found, what is expected
   */
  public SpecException(String message) {
    super(message);
  }

  /**
   * A name that is none of the known ones.
   *
   * @param what what the name stands for, for example {@code "loss"}
   * @param found the name as written
   * @param known the valid names, in the order to list them
   */
  public static SpecException unknown(String what, String found, Collection<String> known) {
    List<String> close = closest(found, known);
    String guess = close.isEmpty() ? "" : " (did you mean " + String.join(" or ", close) + "?)";
    String list = known.isEmpty() ? "none" : String.join(", ", known);
    return new SpecException("unknown " + what + " '" + found + "'" + guess + ", known: " + list);
  }

  /** The known names within a third of the longer name's length in edits, nearest first. */
  static List<String> closest(String found, Collection<String> known) {
    List<String> near = new ArrayList<>();
    for (String name : known) {
      if (3 * edits(found, name) <= Math.max(found.length(), name.length())) {
        near.add(name);
      }
    }
    near.sort(Comparator.comparingInt(name -> edits(found, name)));
    return near.subList(0, Math.min(2, near.size()));
  }

  /** Levenshtein distance, letters of either case alike. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        char a = Character.toLowerCase(from.charAt(i - 1));
        char b = Character.toLowerCase(to.charAt(j - 1));
        int replace = diagonal + (a == b ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
