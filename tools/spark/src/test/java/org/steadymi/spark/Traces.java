package org.steadymi.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that processes leave to say what they did, each once: {@code WHAT@PROCESS@…}.
 *
 * @param folder of the files, as text, since paths cannot be sent
 */
record Traces(String folder) implements Serializable {
  private static final String AND = "@";

  /** This process did it. */
  void leave(String what) {
    try {
      long process = ProcessHandle.current().pid();
      Files.createTempFile(Path.of(folder), what + AND + process + AND, "");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until it was done so many times. */
  void await(String what, int times) {
    while (processes(what).size() < times) {
      Thread.onSpinWait();
    }
  }

  /** The processes that did it, as often as they did. */
  List<String> processes(String what) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .map(file -> file.getFileName().toString().split(AND, -1))
          .filter(words -> words[0].equals(what))
          .map(words -> words[1])
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
