package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged models end with one line or with scores: never with the end of the process, a stack trace
 * or silence. {@code -Dfuzz.mutants=10000} for more of them, as {@code savedmodels/fuzz-test} does;
 * {@code -Dfuzz.first=N} begins with mutant N.
 */
class FuzzTest {
  private static final int BATCH = 250;

  /** Of a process, with all that it maps; a mutant that makes TensorFlow take more ends it. */
  private static final int MAX_MEMORY_KIB = 16 << 20;

  /** A process that says nothing for so long hangs. */
  private static final long PATIENCE_SECONDS = 300;

  private final Map<MutantBatch.End, Integer> ends = new EnumMap<>(MutantBatch.End.class);
  private final List<String> failures = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void damagedModelsEndWithOneLineOrWithScores() throws Exception {
    long first = Long.getLong("fuzz.first", 0);
    long mutants = Long.getLong("fuzz.mutants", 500);
    Path own = folder.resolve("own");
    CriticExporter.export(own, ReluCritic.small(), Samples.manifest());
    for (long from = first; from < first + mutants; ) {
      from = batch(from, Math.min(first + mutants, from + BATCH), List.of(own, PythonModel.path()));
      if (mutants > 2 * BATCH) {
        System.out.printf("%,d mutants: %s, failures %s%n", from - first, ends, failures);
      }
    }
    System.out.printf("%,d mutants: %s, failures %s%n", mutants, ends, failures);
    assertThat(failures).isEmpty();
    assertThat(ends).containsKeys(MutantBatch.End.REFUSED, MutantBatch.End.SCORED);
    assertThat(ends).doesNotContainKey(MutantBatch.End.BROKEN);
  }

  /** Runs mutants in a process of their own; returns the one after the last that it came to. */
  private long batch(long from, long to, List<Path> sound) throws Exception {
    Path log = folder.resolve("log");
    Process process = start(from, to, sound, log);
    long current = from - 1;
    String last = "end";
    try (BufferedReader lines = process.inputReader()) {
      for (String line = next(process, lines); line != null; line = next(process, lines)) {
        last = line;
        if (line.startsWith("begin ")) {
          current = Long.parseLong(line.substring("begin ".length()));
        } else if (line.startsWith("end ")) {
          MutantBatch.End end = MutantBatch.End.valueOf(line.substring("end ".length()));
          ends.merge(end, 1, Integer::sum);
          if (end == MutantBatch.End.BROKEN) {
            failures.add("%d broken: %s".formatted(current, Files.readAllLines(log)));
          }
        }
      }
    }
    int code = process.waitFor();
    if (code != 0 || !last.startsWith("end")) {
      failures.add("%d ended the process with %d: %s".formatted(current, code, tail(log)));
    }
    return current < from ? to : current + 1; // none begun: the process itself cannot be had
  }

  private Process start(long from, long to, List<Path> sound, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "ulimit -v " + MAX_MEMORY_KIB + " 2>/dev/null; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash-%p"),
                "-cp",
                System.getProperty("java.class.path"),
                MutantBatch.class.getName(),
                folder.toString(),
                Long.toString(from),
                Long.toString(to)));
    sound.forEach(model -> command.add(model.toString()));
    return new ProcessBuilder(command).redirectError(log.toFile()).start();
  }

  /** The next line; null at the end, or when a process that hangs has been killed. */
  private static String next(Process process, BufferedReader lines) {
    return CompletableFuture.supplyAsync(() -> line(lines))
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(
            hangs -> {
              process.destroyForcibly();
              return null;
            })
        .join();
  }

  private static String line(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.subList(Math.max(0, lines.size() - 12), lines.size());
  }
}
