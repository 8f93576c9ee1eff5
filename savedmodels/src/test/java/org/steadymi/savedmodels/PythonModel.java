package org.steadymi.savedmodels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The model that {@code src/test/python/functions.py} wrote. */
final class PythonModel {
  private PythonModel() {}

  /** Where it lies; not to be changed. */
  static Path path() throws Exception {
    return Path.of(PythonModel.class.getResource("functions").toURI());
  }

  /** A copy. */
  static Path copy(Path target) throws Exception {
    Path source = path();
    try (Stream<Path> walk = Files.walk(source)) {
      for (Path file : walk.toList()) {
        copy(file, target.resolve(source.relativize(file).toString()));
      }
    }
    return target;
  }

  private static void copy(Path file, Path target) throws IOException {
    if (Files.isDirectory(file)) {
      Files.createDirectories(target);
    } else {
      Files.copy(file, target);
    }
  }
}
