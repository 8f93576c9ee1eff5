package org.steadymi.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The threads of this process that belong to models, as Linux tells them: a thread that native code
 * starts has the name of the one that it was started from, and the thread that opens a model has a
 * name of its own.
 */
record ModelThreads(Set<String> all, Set<Thread> ofJava) {
  private static final Path ALL = Path.of("/proc/self/task");
  private static final String NAME = "steadymi-model";

  /** Whether this system tells them. */
  static boolean told() {
    return Files.isDirectory(ALL);
  }

  static ModelThreads now() {
    Set<Thread> ofJava =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals(NAME))
            .collect(Collectors.toSet());
    return new ModelThreads(told() ? listed() : Set.of(), ofJava);
  }

  private static Set<String> listed() {
    try (Stream<Path> threads = Files.list(ALL)) {
      return threads
          .filter(thread -> name(thread).equals(NAME))
          .map(thread -> thread.getFileName().toString())
          .collect(Collectors.toSet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException ended) {
      return "";
    }
  }

  /** How many native ones there are more. */
  int nativeOnesSince() {
    ModelThreads now = now();
    return more(all, now.all).size() - more(ofJava, now.ofJava).size();
  }

  private static <T> Set<T> more(Set<T> before, Set<T> now) {
    Set<T> more = new HashSet<>(now);
    more.removeAll(before);
    return more;
  }
}
