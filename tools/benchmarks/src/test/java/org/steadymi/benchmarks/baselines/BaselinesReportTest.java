package org.steadymi.benchmarks.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.estimators.baselines.Ksg;
import org.steadymi.estimators.baselines.Points;

class BaselinesReportTest {
  private static final double ROUNDING = 1e-7; // of the library's digamma;

  @Test
  void ratiosAreTheirTimeOverOursOfTheSameRound() {
    Map<KsgContender, List<Reply>> laps = new LinkedHashMap<>();
    // 100 and 200 ms with half a core, 50 ms with two threads, against 300 and 200 ms
    laps.put(
        KsgContender.STEADYMI,
        List.of(new Reply("ours", 10, 1, 0.5, 2), new Reply("ours", 10, 2, 1, 2)));
    laps.put(
        KsgContender.STEADYMI_2,
        List.of(new Reply("ours", 20, 1, 2, 2), new Reply("ours", 20, 1, 2, 2)));
    laps.put(
        KsgContender.NPEET,
        List.of(new Reply("theirs", 10, 3, 3, 2), new Reply("theirs", 10, 2, 2, 2)));
    String report =
        BaselinesReport.of(
                new BaselinesResults(
                    new Machine("Abacus", 2, "Linux amd64", "VM 17"),
                    new Setup("run baselines", 2, 1, "on core 0"),
                    List.of(new KsgContest(new KsgTask(10_000, 1), laps)),
                    List.of("scikit-learn left out")))
            .markdown();
    assertThat(report)
        .contains("## N = 10,000, d = 1, 0.4133 nats")
        .contains("| ours | 1 | 100.0 | 150.0 | 200.0 | 75.0 | 0.50 | 2.0000 |")
        .contains("| npeet, time, 1 thread | 2.00 | 1.00 … 3.00 | above 1 | reached |")
        .contains("| npeet, CPU time, 1 thread | 4.00 | 2.00 … 6.00 | above 1 | reached |")
        .contains("| npeet, time, ours with 2 threads | 5.00 | 4.00 … 6.00 | above 1 | reached |")
        .contains("Note: other work ran beside it")
        .endsWith("Note: scikit-learn left out.\n");
  }

  /** On samples whose columns have deviation 1 already, for all distances divide nothing. */
  @Test
  void theTreeAndAllDistancesAgree(@TempDir Path folder) {
    Path file = folder.resolve("samples.f8");
    new KsgTask(500, 1).write(file);
    KsgTask.Pairs drawn = KsgTask.read(file, 1);
    var pairs = new KsgTask.Pairs(scaled(drawn.x()), scaled(drawn.y()));
    assertThat(new BruteForceKsg(pairs, KsgPeer.NEIGHBOURS).nats())
        .isCloseTo(
            new Ksg(Ksg.Variant.FIRST).estimate(pairs.x(), pairs.y()).nats(), within(ROUNDING));
  }

  private static Points scaled(Points points) {
    double mean = Arrays.stream(points.values()).average().orElseThrow();
    double square =
        Arrays.stream(points.values()).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return Points.column(
        Arrays.stream(points.values()).map(v -> (v - mean) / Math.sqrt(square)).toArray());
  }
}
