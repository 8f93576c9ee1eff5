package org.steadymi.benchmarks.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that is timed from its start to its end.
 *
 * @param label in words
 * @param command program and arguments
 */
public record Program(String label, List<String> command) {
  /** Copies the list. */
  public Program {
    command = List.copyOf(command);
  }

  /** The same, where a folder of an earlier run is removed before. */
  Program afterRemoving(Path folder) {
    List<String> shell = new ArrayList<>(List.of("sh", "-c", "rm -rf \"$1\"; shift; exec \"$@\""));
    shell.addAll(List.of("sh", folder.toString()));
    shell.addAll(command);
    return new Program(label, shell);
  }

  /**
   * A run.
   *
   * @param seconds wall time from start to end
   * @param output what it printed
   */
  public record Run(double seconds, String output) {}

  /**
   * Runs it once.
   *
   * @throws IllegalStateException if it fails, with the last line of its standard error
   */
  public Run run() {
    try {
      Path errors = Files.createTempFile("steadymi-program", ".txt");
      Path output = Files.createTempFile("steadymi-program", ".out");
      try {
        long start = System.nanoTime();
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(output.toFile())
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
        return new Run(seconds, Files.readString(output));
      } finally {
        Files.delete(errors);
        Files.delete(output);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(label + " cannot be run", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(label + " was interrupted", interrupted);
    }
  }
}
