package org.steadymi.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a folder. */
final class Contents {
  private Contents() {}

  /** Every file below a folder, by its relative path. */
  static Map<String, String> of(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        contents.put(
            root.relativize(file).toString(), bytes.length + " bytes, " + Arrays.hashCode(bytes));
      }
    }
    return contents;
  }
}
