package org.steadymi.report;

/**
 * A remark set apart from the text.
 *
 * @param level how much it matters
 * @param text plain text; a blank line starts a new paragraph
 */
public record Note(Level level, String text) implements Block {

  /** How much a note matters. */
  public enum Level {
    /** Good to know. */
    INFO,
    /** Changes how far the numbers can be trusted. */
    WARNING
  }

  /**
   * Validates.
   *
   * @throws IllegalArgumentException without level or text
   */
  public Note {
    if (level == null) {
      throw new IllegalArgumentException("a note must have a level");
    }
    Checks.present(text, "text of a note");
  }

  /** Returns a remark that is good to know. */
  public static Note info(String text) {
    return new Note(Level.INFO, text);
  }

  /** Returns a remark on how far the numbers can be trusted. */
  public static Note warning(String text) {
    return new Note(Level.WARNING, text);
  }
}
