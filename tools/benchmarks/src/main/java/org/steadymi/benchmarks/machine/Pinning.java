package org.steadymi.benchmarks.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps processes on one core, by {@code taskset}, which Linux has and macOS does not.
 *
 * @param core number of the core; empty where processes cannot be kept on one
 */
public record Pinning(Optional<Integer> core) {
  private static final String TASKSET = "taskset";

  /** On a core, where the system can. */
  public static Pinning on(int core) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    boolean available =
        Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, TASKSET)));
    return new Pinning(Optional.of(core).filter(c -> available));
  }

  /** The command that runs a command there. */
  public List<String> command(List<String> command) {
    List<String> pinned = new ArrayList<>();
    core.ifPresent(c -> pinned.addAll(List.of(TASKSET, "-c", c.toString())));
    pinned.addAll(command);
    return List.copyOf(pinned);
  }

  /** In words. */
  public String describe() {
    return core.map(c -> "each process kept on core " + c)
        .orElse(
            "processes not kept on one core, which takes taskset; one thread each all the same");
  }
}
