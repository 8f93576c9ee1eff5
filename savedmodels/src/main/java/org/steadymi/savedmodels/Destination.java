package org.steadymi.savedmodels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place for results, looked at before the work that would be lost without one. */
public final class Destination {
  private Destination() {}

  /**
   * Checks that a file or folder can be made there, parents included: an empty file is made in the
   * nearest folder that is there, and deleted. The name {@code -} is refused: who gives it means
   * standard output.
   *
   * @throws IllegalArgumentException with one line, if it cannot
   */
  public static void requireWritable(Path target) {
    if (target.toString().equals("-")) {
      throw new IllegalArgumentException(
          "- is not standard output here; name another place, or ./- for a file of that name");
    }
    Path nearest = target.toAbsolutePath().normalize().getParent();
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    try {
      if (nearest != null && Files.isDirectory(nearest)) {
        Files.delete(Files.createTempFile(nearest, ".steadymi-", null));
        return;
      }
    } catch (IOException closed) {
      // as for what is no folder
    }
    throw new IllegalArgumentException(
        "%s cannot be written: nothing can be made in %s; name another place"
            .formatted(target, nearest));
  }
}
