package org.steadymi.savedmodels;

/** A model ran longer than it may. The message is one line. */
public final class ModelTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
