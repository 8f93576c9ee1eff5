package org.steadymi.datasets.images;

import java.io.IOException;

/** A file that is there and is not what it should be; the message is one line with its path. */
final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String message) {
    super(message);
  }

  DamagedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
