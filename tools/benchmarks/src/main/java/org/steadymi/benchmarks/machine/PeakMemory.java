package org.steadymi.benchmarks.machine;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The most memory in RAM of a process and of those that it started, together, as far as somebody
 * looked.
 */
public final class PeakMemory {
  /** A search through all processes of the system takes milliseconds of processor time. */
  private static final int LOOKS_OF_A_SEARCH = 20;

  private List<ProcessHandle> processes = List.of();
  private int looks;
  private long kib;

  /**
   * Looks at a process and all that it started and that still run, each with its own peak. Looks
   * for those that it started every {@value #LOOKS_OF_A_SEARCH} times, from the first on.
   */
  public void look(ProcessHandle process) {
    if (looks++ % LOOKS_OF_A_SEARCH == 0) {
      processes = Stream.concat(Stream.of(process), process.descendants()).toList();
    }
    long now =
        processes.stream().mapToLong(each -> ProcessMemory.peakKib(each.pid()).orElse(0)).sum();
    kib = Math.max(kib, now);
  }

  /** The most that was seen, KiB; empty where the system does not tell, or nobody looked. */
  public OptionalLong kib() {
    return kib > 0 ? OptionalLong.of(kib) : OptionalLong.empty();
  }
}
