package org.steadymi.savedmodels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are read whole, unless they are too large for that. */
final class BoundedFile {
  private BoundedFile() {}

  static byte[] read(Path file, long limit) throws IOException {
    long size = Files.size(file);
    if (size > limit) {
      throw new IOException("it has %d bytes, at most %d are read".formatted(size, limit));
    }
    return Files.readAllBytes(file);
  }
}
