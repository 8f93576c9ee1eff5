package org.steadymi.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Memory of a process that is in RAM, heap and native memory alike, from {@code /proc}.
 *
 * @param residentKib now, KiB
 * @param peakKib the most so far, KiB
 */
public record ProcessMemory(long residentKib, long peakKib) {
  private static final String RESIDENT = "VmRSS:";
  private static final String PEAK = "VmHWM:";

  /**
   * Of a process that runs.
   *
   * @throws IllegalArgumentException if the system has no {@code /proc}
   */
  public static ProcessMemory of(long pid) {
    requireAvailable();
    try {
      return parse(Files.readAllLines(status(pid)));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid + ": its memory cannot be read", gone);
    }
  }

  /**
   * Checks, before anything takes time, that memory can be read.
   *
   * @throws IllegalArgumentException if the system has no {@code /proc}
   */
  public static void requireAvailable() {
    if (!Files.isReadable(Path.of("/proc/self/status"))) {
      throw new IllegalArgumentException(
          "memory is read from /proc/PID/status, which this system lacks; use Linux");
    }
  }

  /** The most so far of a process, KiB; empty if it has ended, or the system has no /proc. */
  public static OptionalLong peakKib(long pid) {
    try {
      return find(Files.readAllLines(status(pid)), PEAK);
    } catch (IOException gone) {
      return OptionalLong.empty();
    }
  }

  static ProcessMemory parse(List<String> status) {
    return new ProcessMemory(kib(status, RESIDENT), kib(status, PEAK));
  }

  private static Path status(long pid) {
    return Path.of("/proc", Long.toString(pid), "status");
  }

  private static long kib(List<String> status, String name) {
    return find(status, name)
        .orElseThrow(() -> new IllegalArgumentException("process status: expected a line " + name));
  }

  private static OptionalLong find(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }
}
