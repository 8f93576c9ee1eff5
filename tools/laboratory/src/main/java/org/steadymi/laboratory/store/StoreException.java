package org.steadymi.laboratory.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A file could not be written or read; the message is one line: what, where, what to do. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StoreException(String message, IOException cause) {
    super(message, cause);
  }

  static StoreException unwritable(Path file, IOException cause) {
    return new StoreException(
        "%s cannot be written (%s): mend that and go on with --resume, or name another folder with --out"
            .formatted(file, reason(cause)),
        cause);
  }

  static StoreException unreadable(Path file, IOException cause) {
    return new StoreException(
        "%s cannot be read (%s): mend that and go on with --resume".formatted(file, reason(cause)),
        cause);
  }

  /** What went wrong, without the path, which the message has already. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file is where a folder should be";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
