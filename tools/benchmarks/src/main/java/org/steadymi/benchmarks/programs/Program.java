package org.steadymi.benchmarks.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.steadymi.benchmarks.machine.PeakMemory;

/**
 * A program that is timed from its start to its end, and whose memory is watched.
 *
 * @param label in words
 * @param command program and arguments
 */
public record Program(String label, List<String> command) {
  private static final long WATCH_MILLISECONDS = 50;

  /** Copies the list. */
  public Program {
    command = List.copyOf(command);
  }

  /** The same with a variable of the environment. */
  public Program with(String variable, String value) {
    List<String> changed = new ArrayList<>(List.of("env", variable + "=" + value));
    changed.addAll(command);
    return new Program(label, changed);
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
   * @param peakKib the most memory in RAM of its processes together, KiB, as it was seen every 50
   *     ms; empty where the system does not tell
   */
  public record Run(double seconds, String output, OptionalLong peakKib) {}

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
        PeakMemory memory = new PeakMemory();
        while (!process.waitFor(WATCH_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          memory.look(process.toHandle());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int code = process.exitValue();
        if (code != 0) {
          List<String> lines = Files.readAllLines(errors);
          throw new IllegalStateException(
              "%s ended with exit code %d: %s"
                  .formatted(label, code, lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
        }
        return new Run(seconds, Files.readString(output), memory.kib());
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
