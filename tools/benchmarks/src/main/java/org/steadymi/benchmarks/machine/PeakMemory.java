package org.steadymi.benchmarks.machine;

import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The most memory in RAM of a process and of those that it started, together, as far as somebody
 * looked.
 */
public final class PeakMemory {
  private long kib;

  /** Looks at a process and all that it started and that still run, each with its own peak. */
  public void look(ProcessHandle process) {
    long now =
        Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(each -> ProcessMemory.peakKib(each.pid()).orElse(0))
            .sum();
    kib = Math.max(kib, now);
  }

  /** The most that was seen, KiB; empty where the system does not tell, or nobody looked. */
  public OptionalLong kib() {
    return kib > 0 ? OptionalLong.of(kib) : OptionalLong.empty();
  }
}
