package org.steadymi.benchmarks.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is timed from its start to its end.
 *
 * @param label in words
 * @param command program and arguments
 */
record Program(String label, List<String> command) {
  /** Copies the list. */
  Program {
    command = List.copyOf(command);
  }

  /**
   * Runs it once.
   *
   * @return wall time, seconds
   * @throws IllegalStateException if it fails, with the last line of its standard error
   */
  double run() {
    try {
      Path errors = Files.createTempFile("steadymi-program", ".txt");
      try {
        long start = System.nanoTime();
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        int code = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
          List<String> lines = Files.readAllLines(errors);
          throw new IllegalStateException(
              "%s ended with exit code %d: %s"
                  .formatted(label, code, lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
        }
        return seconds;
      } finally {
        Files.delete(errors);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(label + " cannot be run", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(label + " was interrupted", interrupted);
    }
  }
}
