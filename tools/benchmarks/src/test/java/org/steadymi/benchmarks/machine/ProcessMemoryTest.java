package org.steadymi.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessMemoryTest {
  @Test
  void readsTheStatusOfAProcess() {
    List<String> status =
        List.of("Name:\tjava", "VmPeak:\t 9000 kB", "VmHWM:\t  520 kB", "VmRSS:\t  512 kB");
    assertThat(ProcessMemory.parse(status)).isEqualTo(new ProcessMemory(512, 520));
    assertThatThrownBy(() -> ProcessMemory.parse(status.subList(0, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("process status: expected a line VmRSS:");
  }

  @Test
  void aProcessThatHasEndedHasNoPeak() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(ProcessMemory.peakKib(ended.pid())).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessThatRunsHasHeldAtLeastWhatItHolds() {
    long self = ProcessHandle.current().pid();
    long residentKib = ProcessMemory.of(self).residentKib();
    assertThat(ProcessMemory.peakKib(self).getAsLong()).isGreaterThanOrEqualTo(residentKib);
  }

  @Test
  void pinsWhereTheSystemCan() {
    List<String> command = List.of("java", "-version");
    assertThat(new Pinning(Optional.of(1)).command(command))
        .containsExactly("taskset", "-c", "1", "java", "-version");
    assertThat(new Pinning(Optional.empty()).command(command)).isEqualTo(command);
  }
}
