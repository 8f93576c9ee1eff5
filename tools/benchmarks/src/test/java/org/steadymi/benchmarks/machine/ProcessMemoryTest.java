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

  /** The shell waits for a line, with a child that does so, too. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void memoryIsThatOfAllProcesses() throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "cat; true").start();
    PeakMemory memory = new PeakMemory();
    assertThat(memory.kib()).isEmpty();
    shell.outputWriter().write("line\n");
    shell.outputWriter().flush();
    assertThat(shell.inputReader().readLine()).isEqualTo("line"); // from the child
    memory.look(shell.toHandle());
    long alone = ProcessMemory.peakKib(shell.pid()).orElseThrow();
    long before = memory.kib().orElseThrow();
    assertThat(before).isGreaterThan(alone);
    shell.outputWriter().close();
    shell.waitFor();
    memory.look(shell.toHandle());
    assertThat(memory.kib()).hasValue(before);
  }

  @Test
  void pinsWhereTheSystemCan() {
    List<String> command = List.of("java", "-version");
    assertThat(new Pinning(Optional.of(1)).command(command))
        .containsExactly("taskset", "-c", "1", "java", "-version");
    assertThat(new Pinning(Optional.empty()).command(command)).isEqualTo(command);
  }
}
