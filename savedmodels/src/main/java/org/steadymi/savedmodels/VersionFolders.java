package org.steadymi.savedmodels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Models in numbered folders, {@code MODEL/1/}, {@code MODEL/2/}, …, as TensorFlow Serving reads
 * them.
 */
final class VersionFolders {
  private static final int MOST_DIGITS = 18;

  private VersionFolders() {}

  /**
   * The versions in a folder, the lowest first; none where it is itself a model or holds anything
   * but version folders.
   */
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder) || Files.exists(folder.resolve(ModelFolder.SAVED_MODEL))) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folder)) {
      List<Path> visible =
          content.filter(path -> !path.getFileName().toString().startsWith(".")).toList();
      return visible.stream().allMatch(VersionFolders::isVersion)
          ? visible.stream().sorted(Comparator.comparingLong(VersionFolders::number)).toList()
          : List.of();
    } catch (IOException failed) {
      throw new SavedModelException(
          "%s: cannot be read (%s)".formatted(folder, SavedModelException.firstLine(failed)),
          failed);
    }
  }

  /** The highest version in a folder. */
  static Optional<Path> highest(Path folder) {
    List<Path> versions = in(folder);
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  private static boolean isVersion(Path path) {
    return path.getFileName().toString().matches("\\d{1," + MOST_DIGITS + "}")
        && Files.isDirectory(path);
  }

  private static long number(Path path) {
    return Long.parseLong(path.getFileName().toString());
  }
}
