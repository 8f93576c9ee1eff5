package org.steadymi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.steadymi.savedmodels.Destination;

/** The folder that a page is about to be written into. */
final class ReportFolder {
  private ReportFolder() {}

  /**
   * Checks, before the work, that nothing is in the way.
   *
   * @param overwrite whether what is there may be replaced
   * @throws IllegalArgumentException with one line, if it is not empty, no folder, or cannot be
   *     made
   */
  static void requireFree(Path folder, boolean overwrite) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder + " is not a folder; name one");
    }
    Destination.requireWritable(folder.resolve("report.html"));
    if (overwrite || !Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new IllegalArgumentException(
            folder
                + ": is not empty; --overwrite replaces an earlier report, or name another folder");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read as a folder", e);
    }
  }
}
