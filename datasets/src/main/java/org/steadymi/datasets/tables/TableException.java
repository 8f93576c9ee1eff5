package org.steadymi.datasets.tables;

import org.steadymi.datasets.SpecException;

/**
 * A table that cannot be used as asked. The message is one line: the file, the row and column where
 * they matter, what was found, what is expected or what to do.
 */
public final class TableException extends SpecException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line
   */
  public TableException(String message) {
    super(message);
  }

  TableException(String message, Throwable cause) {
    super(message);
    initCause(cause);
  }
}
