package org.steadymi.laboratory.store;

/**
 * A folder that a study cannot use: it holds something else, or what it holds is damaged. The
 * message is one line: what, where, what to do.
 */
public final class FolderException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  FolderException(String message) {
    super(message);
  }

  FolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
