package org.steadymi.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What figures depend on.
 *
 * @param processor model of the processor and its widest vectors
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
    try {
      return linuxModel(Files.readAllLines(CPU_INFO));
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }

  /** With its widest vectors, for which libraries have other code. */
  static Optional<String> linuxModel(List<String> cpuInfo) {
    String vectors =
        first("flags", cpuInfo)
            .map(flags -> List.of(flags.split(" ", -1)))
            .map(
                flags ->
                    flags.contains("avx512f")
                        ? " with AVX-512"
                        : flags.contains("avx2") ? " with AVX2" : "")
            .orElse("");
    return first("model name", cpuInfo).map(model -> model + vectors);
  }

  private static Optional<String> first(String name, List<String> cpuInfo) {
    return cpuInfo.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
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
