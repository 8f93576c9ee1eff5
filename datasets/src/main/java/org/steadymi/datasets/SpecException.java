package org.steadymi.datasets;

import java.util.ArrayList;
import java.util.Collection;
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
    return unknown(what, found, known, known.isEmpty() ? "none" : String.join(", ", known));
  }

  /**
   * A name that is none of the known ones, which are too many to list.
   *
   * @param list what to say of the valid names, in the place of all
   */
  public static SpecException unknown(
      String what, String found, Collection<String> known, String list) {
    return new SpecException(
        "unknown " + what + " '" + found + "'" + guess(found, known) + ", known: " + list);
  }

  /** The known names nearest to the found one, at most half of whose letters need an edit. */
  static List<String> closest(String found, Collection<String> known) {
    List<String> nearest = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    for (String name : known) {
      int edits = edits(found, name);
      int length = Math.max(found.length(), name.length());
      if (edits <= fewest && edits < length && 2 * edits <= length + 1) {
        if (edits < fewest) {
          nearest.clear();
        }
        fewest = edits;
        nearest.add(name);
      }
    }
    return nearest;
  }

  /**
   * The question whether one of the nearest names was meant, after a blank; empty if none is near.
   */
  public static String guess(String found, Collection<String> known) {
    return question(closest(found, known));
  }

  /** The question whether one of these names was meant, after a blank; empty if there are none. */
  static String question(List<String> names) {
    return names.isEmpty() ? "" : " (did you mean " + String.join(" or ", names) + "?)";
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
