package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading and closing a model leaves nothing behind outside the Java heap. */
class NativeMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 10;
  private static final int CYCLES = 50;
  private static final int HIDDEN = 4096;

  /** Weights of both towers, 2 (64 · 4096 + 4096 + 4096 · 64) floats of four bytes: 4 MiB. */
  private static final long WEIGHT_KILOBYTES = 2 * (64 * HIDDEN + HIDDEN + HIDDEN * 64) * 4 / 1024;

  @TempDir Path folder;

  /**
   * The bound is half of what would stay if each cycle left its weights behind, 200 MiB. The Java
   * heap, compiled code and the allocator's caches, which resident memory includes, grow by about
   * 30 MiB in the meantime.
   */
  @Test
  void staysFlatOverLoadingAndClosing() throws IOException {
    assumeTrue(Files.exists(STATUS), "resident memory is read from /proc, which this system lacks");
    Path model = folder.resolve("model");
    CriticExporter.export(model, new ReluCritic(64, 64, HIDDEN, 64, 3), Samples.manifest());
    cycle(model, WARM_UP);
    long before = residentKilobytes();
    cycle(model, CYCLES);
    long growth = residentKilobytes() - before;
    assertThat(growth).isLessThan(CYCLES * WEIGHT_KILOBYTES / 2);
  }

  private static void cycle(Path model, int times) {
    float[] rows = Samples.rows(8, 64, 1);
    for (int i = 0; i < times; i++) {
      try (SavedCritic critic = SavedCritic.load(model)) {
        assertThat(critic.score(rows, rows, 8)).hasSize(8);
      }
    }
  }

  /** Memory of the process that is in RAM: native memory and the Java heap. */
  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
