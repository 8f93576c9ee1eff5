package org.steadymi.savedmodels;

/** A model that could be read gave values that are no numbers. */
public final class NotNumbersException extends SavedModelException {
  private static final long serialVersionUID = 1L;

  /** With the line to show. */
  public NotNumbersException(String message) {
    super(message);
  }
}
