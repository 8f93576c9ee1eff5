package org.steadymi.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What figures depend on.
 *
 * @param processor model of the processor
 * @param cores cores that this process may use
 * @param system operating system and architecture
 * @param java version of the virtual machine
 */
public record Machine(String processor, int cores, String system, String java) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This one. */
  public static Machine here() {
    String architecture = System.getProperty("os.arch");
    return new Machine(
        linuxModel().or(Machine::macModel).orElse(architecture),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + architecture,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
  }

  /** In one line. */
  public String describe() {
    return "%s, %d core%s, %s, %s".formatted(processor, cores, cores == 1 ? "" : "s", system, java);
  }

  private static Optional<String> linuxModel() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }

  private static Optional<String> macModel() {
    try {
      Process sysctl = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
      String model =
          new String(sysctl.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return Optional.of(model).filter(text -> !text.isEmpty());
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    }
  }
}
