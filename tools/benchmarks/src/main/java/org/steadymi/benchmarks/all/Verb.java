package org.steadymi.benchmarks.all;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A verb as a process of its own.
 *
 * @param script {@code run}
 * @param page what it makes
 * @param folder where page and JSON go, and all that it prints, into a file {@code .log}
 * @param overwrite whether files that are there are replaced
 */
record Verb(Path script, Page page, Path folder, boolean overwrite) {
  /** Runs it. */
  Outcome run() {
    Path log = page.in(folder, "log");
    long start = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int code = process.waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Outcome(page, seconds, code == 0 ? Optional.empty() : Optional.of(why(code, log)));
    } catch (IOException cannotStart) {
      return new Outcome(page, 0, Optional.of(cannotStart.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(page.id() + " was interrupted", interrupted);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(page.arguments());
    command.addAll(List.of("--markdown", page.in(folder, "md").toString()));
    command.addAll(List.of("--json", page.in(folder, "json").toString()));
    if (overwrite) {
      command.add("--overwrite");
    }
    return command;
  }

  /** With the last line that it printed. */
  private static String why(int code, Path log) {
    try {
      List<String> lines = Files.readAllLines(log).stream().filter(l -> !l.isBlank()).toList();
      String last = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1).strip();
      return "exit code %d: %s".formatted(code, last);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
