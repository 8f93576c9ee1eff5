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
    assertThat(report(new KsgTask(10_000, 1), laps))
        .contains("## N = 10,000, d = 1, 0.4133 nats")
        .contains("| ours | 1 | 100.0 | 150.0 | 200.0 | 75.0 | 0.50 | 2.0000 |")
        .contains("| npeet, time, 1 thread | 2.00 | 1.00 … 3.00 | above 1 | reached |")
        .contains("| npeet, CPU time, 1 thread | 4.00 | 2.00 … 6.00 | above 1 | reached |")
        .contains("| npeet, time, ours with 2 threads | 5.00 | 4.00 … 6.00 | above 1 | reached |")
        .contains("Note: other work ran beside it")
        .doesNotContain("One lap only")
        .endsWith("Note: scikit-learn left out.\n");
  }

  @Test
  void aSingleLapIsHeldAgainstOursOfItsRound() {
    Map<KsgContender, List<Reply>> laps = new LinkedHashMap<>();
    List<Reply> ours = List.of(new Reply("ours", 10, 1, 1, 2), new Reply("ours", 10, 2, 2, 2));
    laps.put(KsgContender.STEADYMI, ours);
    laps.put(KsgContender.STEADYMI_2, ours);
    laps.put(KsgContender.BRUTE_FORCE, List.of(new Reply("theirs", 1, 60, 30, 2)));
    assertThat(report(new KsgTask(100_000, 1), laps))
        .contains("One lap only, in the first round, of what takes minutes: brute-force.")
        .contains("| theirs | 1 | 60,000.0 | 60,000.0 | 60,000.0 | 30,000.0 | 0.50 | 2.0000 |")
        .contains("| brute-force, time, 1 thread | 600.00 | 600.00 … 600.00 | above 1 | reached |");
  }

  @Test
  void allDistancesAreRacedWhereTheyEndInMinutesAndOftenWhereInSeconds() {
    KsgContender force = KsgContender.BRUTE_FORCE;
    for (int width : new int[] {1, 5}) {
      KsgTask small = new KsgTask(10_000, width);
      assertThat(force.does(small)).isTrue();
      assertThat(force.doesOnce(small)).isFalse();
      KsgTask large = new KsgTask(100_000, width);
      assertThat(force.does(large)).isTrue();
      assertThat(force.doesOnce(large)).isTrue();
      assertThat(KsgContender.STEADYMI.doesOnce(large)).isFalse();
    }
    assertThat(force.does(new KsgTask(1_000_000, 1))).isFalse();
  }

  private static String report(KsgTask task, Map<KsgContender, List<Reply>> laps) {
    return BaselinesReport.of(
            new BaselinesResults(
                new Machine("Abacus", 2, "Linux amd64", "VM 17"),
                new Setup("run baselines", 2, 1, "on core 0"),
                List.of(new KsgContest(task, laps)),
                List.of("scikit-learn left out")))
        .markdown();
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
