package org.steadymi.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.soak.MemoryTrace.Point;

class MemoryTraceTest {
  @Test
  void growthIsThatOfTheSecondHalf() {
    // 100 KiB a look at first, then 2
    MemoryTrace trace = trace(10, i -> i <= 5 ? 100L * i : 500 + 2L * (i - 5));
    assertThat(trace.growthKib()).isEqualTo(10);
    assertThat(trace.bytesPerUnit()).isEqualTo(10 * 1024.0 / 5000);
  }

  @Test
  void memoryGivenBackIsNoGrowth() {
    assertThat(trace(4, i -> 1000 - i).growthKib()).isEqualTo(-2);
  }

  @Test
  void needsTwoPoints() {
    assertThatThrownBy(() -> trace(1, i -> 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thinningKeepsTheLastPoint() {
    assertThat(trace(100, i -> i).thinned(10))
        .extracting(Point::done)
        .containsExactly(
            10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000, 100_000);
    assertThat(trace(3, i -> i).thinned(10)).hasSize(3);
  }

  @Test
  void aReportIsFlatOnlyIfEveryTraceIs() {
    MemoryTrace flat = trace(10, i -> 500);
    MemoryTrace leak = trace(10, i -> 100L * i);
    assertThat(report(flat, flat).flat()).isTrue();
    assertThat(report(flat, leak).flat()).isFalse();
    assertThat(report(leak).report().text()).contains("102 bytes per step: NOT FLAT.");
  }

  private static SoakReport report(MemoryTrace... traces) {
    return new SoakReport(
        new Machine("Abacus", 2, "Linux amd64", "VM 17"), "run soak", 400, List.of(traces));
  }

  /** A look every 1,000 steps. */
  private static MemoryTrace trace(int looks, IntToLongFunction kib) {
    return new MemoryTrace(
        "work",
        "step",
        IntStream.rangeClosed(1, looks)
            .mapToObj(i -> new Point(1000 * i, kib.applyAsLong(i)))
            .toList());
  }
}
