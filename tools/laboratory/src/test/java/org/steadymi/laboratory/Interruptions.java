package org.steadymi.laboratory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tests of interrupted studies have in common. */
final class Interruptions {
  private Interruptions() {}

  /** To be called by an observer, whose thread the run waits for. */
  static void stopWithoutWaiting(Experiment experiment) {
    try {
      experiment.stop(Duration.ZERO);
    } catch (InterruptedException stray) {
      throw new IllegalStateException(stray);
    }
  }

  /** Every file below a folder, by its path from there. */
  static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
