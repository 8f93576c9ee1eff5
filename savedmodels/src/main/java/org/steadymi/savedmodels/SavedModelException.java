package org.steadymi.savedmodels;

/**
 * A SavedModel could not be written, read or used. The message is one line that says what is wrong,
 * where, and what to do about it.
 */
public class SavedModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the line to show; characters of control, which names in a model may have, become "?". */
  public SavedModelException(String message) {
    this(message, null);
  }

  /** With the line to show, as above, and what caused it. */
  public SavedModelException(String message, Throwable cause) {
    super(message.replaceAll("\\p{Cc}", "?"), cause);
  }

  /** The first line of another exception's message, or its type where there is none. */
  static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElseThrow();
  }
}
