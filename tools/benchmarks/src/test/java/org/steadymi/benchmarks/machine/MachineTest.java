package org.steadymi.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
  @ParameterizedTest
  @CsvSource({
    "fpu avx2 avx512f avx512vl, Some CPU with AVX-512",
    "fpu avx avx2, Some CPU with AVX2",
    "fpu sse2, Some CPU"
  })
  void theModelSaysItsWidestVectors(String flags, String model) {
    List<String> cpuInfo =
        List.of("processor\t: 0", "model name\t: Some CPU", "flags\t\t: " + flags);
    assertThat(Machine.linuxModel(cpuInfo)).contains(model);
  }
}
