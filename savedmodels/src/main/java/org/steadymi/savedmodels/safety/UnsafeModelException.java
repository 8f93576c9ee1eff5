package org.steadymi.savedmodels.safety;

/** What a SavedModel holds that it may not. The message says what and where, without the model. */
public final class UnsafeModelException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsafeModelException(String message) {
    super(message);
  }
}
