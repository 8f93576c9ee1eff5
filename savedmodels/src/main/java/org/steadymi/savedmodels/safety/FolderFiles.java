package org.steadymi.savedmodels.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a model's folder. */
final class FolderFiles {
  /** Other forms of the graph that TensorFlow may read in the place of {@code saved_model.pb}. */
  private static final List<String> OTHER_GRAPHS = List.of("saved_model.cpb", "saved_model.pbtxt");

  /** Names of folders that are no names; one dot before another would be two. */
  private static final List<String> DOTS = List.of(".", "..");

  private FolderFiles() {}

  /**
   * Refuses links that lead out of the folder, what is neither file nor folder, a second graph, and
   * what lies deeper than links are looked for.
   */
  static void check(Path folder) throws IOException, UnsafeModelException {
    for (String name : OTHER_GRAPHS) {
      if (Files.exists(folder.resolve(name))) {
        throw new UnsafeModelException(
            "it has a second graph, %s, which is not checked".formatted(name));
      }
    }
    Path real = folder.toRealPath();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(real, Limits.FOLDER_DEPTH + 1)) {
      files = walk.limit(Limits.FILES + 1L).toList();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    if (files.size() > Limits.FILES) {
      throw new UnsafeModelException("it has more than %d files".formatted(Limits.FILES));
    }
    for (Path file : files) {
      check(real, file);
    }
  }

  /** Whether a relative path stays below the folder that it is resolved against. */
  static boolean isInside(String path) {
    if (path.isEmpty() || path.indexOf('\0') >= 0 || path.contains(":") || path.contains("\\")) {
      return false;
    }
    Path relative = Path.of(path);
    return !relative.isAbsolute() && Stream.of(path.split("/")).noneMatch(DOTS::contains);
  }

  private static void check(Path folder, Path file) throws IOException, UnsafeModelException {
    Path relative = folder.relativize(file);
    String name = Names.quoted(relative.toString());
    if (relative.getNameCount() > Limits.FOLDER_DEPTH) {
      throw new UnsafeModelException(
          "%s is more than %d folders deep".formatted(name, Limits.FOLDER_DEPTH));
    }
    if (Files.isSymbolicLink(file)) {
      Path target = Files.exists(file) ? file.toRealPath() : Files.readSymbolicLink(file);
      if (!target.startsWith(folder)) {
        throw new UnsafeModelException(
            "%s is a link out of the folder, to %s"
                .formatted(name, Names.quoted(target.toString())));
      }
    }
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new UnsafeModelException("%s is neither a file nor a folder".formatted(name));
    }
  }
}
