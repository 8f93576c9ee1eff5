package org.steadymi.savedmodels.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a model's folder. */
final class FolderFiles {
  private static final int DEPTH = 16;

  /** Other forms of the graph that TensorFlow may read in the place of {@code saved_model.pb}. */
  private static final List<String> OTHER_GRAPHS = List.of("saved_model.cpb", "saved_model.pbtxt");

  private FolderFiles() {}

  /**
   * Refuses links that lead out of the folder, what is neither file nor folder, and a second graph.
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
    try (Stream<Path> walk = Files.walk(real, DEPTH)) {
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
    return !relative.isAbsolute() && !Stream.of(path.split("/")).toList().contains("..");
  }

  private static void check(Path folder, Path file) throws IOException, UnsafeModelException {
    String name = Names.quoted(folder.relativize(file).toString());
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
