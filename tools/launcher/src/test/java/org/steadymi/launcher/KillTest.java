package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A study killed with SIGKILL again and again, at moments chosen by chance, ends in the same bytes
 * as one that was left alone, and runs no finished cell again.
 */
class KillTest {
  private static final int KILLS = 10;

  /** About 130 checkpoints in all, of which a run that is killed writes a few. */
  private static final String STUDY =
      "experiment onehot-explosion --steps 1600 --seeds 2 --critic concat:hidden=8,layers=1 --jobs"
          + " 2 --checkpoint 0";

  @TempDir private Path folder;

  /** Identity and date of a file: what changes when it is written again. */
  private record Written(Object inode, FileTime date) {
    static Written of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Written(attributes.fileKey(), attributes.lastModifiedTime());
    }
  }

  @Test
  void killedAgainAndAgainItEndsInTheSameBytes() throws Exception {
    Path expected = folder.resolve("undisturbed");
    assertThat(InProcess.run(arguments(expected)).exitCode()).isZero();

    Path killed = folder.resolve("killed");
    Random random = new Random(1);
    Map<Path, Written> finished = new TreeMap<>();
    int withCheckpoints = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(arguments(killed, "--resume"));
      awaitMoment(process, killed, random);
      if (process.destroyForcibly().waitFor() == 0) {
        break; // through before it was killed
      }
      assertThat(process.exitValue()).as("ended by SIGKILL").isEqualTo(137);
      withCheckpoints += files(killed.resolve("checkpoints")).isEmpty() ? 0 : 1;
      assertThat(written(killed.resolve("cells"))).containsAllEntriesOf(finished);
      finished = written(killed.resolve("cells"));
    }
    assertThat(withCheckpoints).as("kills in the middle of a cell").isPositive();

    assertThat(InProcess.run(arguments(killed, "--resume")).exitCode()).isZero();
    assertThat(written(killed.resolve("cells"))).containsAllEntriesOf(finished);
    assertThat(contents(killed)).isEqualTo(contents(expected));
  }

  @Test
  void askedToEndItKeepsWhatItHasAndSaysHowToGoOn() throws Exception {
    Path out = folder.resolve("stopped");
    Process process = start(arguments(out));
    Map<Path, Written> nothing = Map.of();
    while (process.isAlive() && progress(out).equals(nothing)) {
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
    process.destroy();
    assertThat(process.waitFor()).as("ended by SIGTERM").isEqualTo(143);
    assertThat(Files.readAllLines(folder.resolve("stderr")))
        .endsWith("steadymi: stopped; the same command with --resume goes on where it was");
    Map<Path, Written> kept = progress(out);
    assertThat(kept).isNotEmpty();

    InProcess again = InProcess.run(arguments(out));
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err())
        .isEqualTo(
            "steadymi: %s holds results already: continue with --resume, or name another folder with --out%n"
                .formatted(out));
    InProcess other = InProcess.run(arguments(out, "--resume", "--seed=7"));
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains(out + " holds results with seed 0, not 7: ");
    assertThat(progress(out)).isEqualTo(kept);
  }

  /**
   * TensorFlow's threads are at work then; its library must not be taken down under them. A shell
   * expects 128 and the number of the signal.
   */
  @ParameterizedTest
  @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
  void trainingThatIsAskedToEndDoesNotCrash(String signal, int exitCode) throws Exception {
    assumeThat(ignored()).as("signals that this process was started to ignore").isZero();
    Path model = folder.resolve("model");
    for (int time = 0; time < 3; time++) {
      Process process =
          start(
              List.of(
                  ("train --data gaussian --loss mine --critic concat --steps 100000 --out "
                          + model)
                      .split(" ", -1)));
      while (process.isAlive() && Files.size(folder.resolve("stderr")) == 0) {
        process.waitFor(10, TimeUnit.MILLISECONDS);
      }
      new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor()).as("ended by SIG" + signal).isEqualTo(exitCode);
      assertThat(folder.resolve("stdout")).isEmptyFile();
      assertThat(model).doesNotExist();
    }
  }

  /**
   * Of signals 1 and 2, as bits: nohup and background jobs ignore them, and so do their children.
   */
  private static long ignored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0; // nobody knows
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .mapToLong(
              line ->
                  Long.parseUnsignedLong(line.substring(line.indexOf(':') + 1).strip(), 16) & 0b11)
          .sum();
    }
  }

  private static List<String> arguments(Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of(STUDY.split(" ", -1)));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private Process start(List<String> arguments) throws IOException {
    return Program.start(
        folder.resolve("stdout"), folder.resolve("stderr"), arguments.toArray(String[]::new));
  }

  /**
   * Every third time some moment while the process starts; otherwise a moment after it has written
   * a few files.
   */
  private static void awaitMoment(Process process, Path out, Random random)
      throws IOException, InterruptedException {
    if (random.nextInt(3) == 0) {
      process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
      return;
    }
    int changes = 1 + random.nextInt(5);
    Map<Path, Written> before = progress(out);
    while (changes > 0 && process.isAlive()) {
      process.waitFor(1, TimeUnit.MILLISECONDS);
      Map<Path, Written> now = progress(out);
      changes -= now.equals(before) ? 0 : 1;
      before = now;
    }
    process.waitFor(random.nextInt(5), TimeUnit.MILLISECONDS);
  }

  /** What the cells have written. */
  private static Map<Path, Written> progress(Path out) throws IOException {
    Map<Path, Written> progress = written(out.resolve("cells"));
    progress.putAll(written(out.resolve("checkpoints")));
    return progress;
  }

  private static Map<Path, Written> written(Path directory) throws IOException {
    Map<Path, Written> written = new TreeMap<>();
    for (Path file : files(directory)) {
      try {
        written.put(file, Written.of(file));
      } catch (IOException movedMeanwhile) {
        // it is not there under this name any more
      }
    }
    return written;
  }

  /** The complete files of a folder; what is hidden is being written. */
  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  /** Every file below a folder, by its relative path. */
  private static Map<String, String> contents(Path root) throws IOException {
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
