package org.steadymi.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.programs.Program;

class EvaluationReportTest {
  private static final int MIB = 1024;

  @Test
  void memoryIsFlatWhereARowTakesLittle() {
    // 9 MiB over 900,000 rows are 10 bytes each; 900 MiB are 1,049
    assertThat(
            markdown(
                runs(Heap.USUAL, 100_000, 300 * MIB),
                runs(Heap.USUAL, 1_000_000, 1200 * MIB),
                runs(Heap.FIXED, 100_000, 400 * MIB, 390 * MIB, 500 * MIB),
                runs(Heap.FIXED, 1_000_000, 409 * MIB)))
        .contains("| fixed | 100,000 | 2.5 | 390 MiB | 400 MiB | 500 MiB |")
        .contains("| usual | 100,000 to 1,000,000 | 1049 bytes |  |  |")
        .contains("| fixed | 100,000 to 1,000,000 | 10 bytes | less than 16 bytes | reached |");
  }

  @Test
  void memoryIsNotFlatWhereRowsAreKept() {
    // 160 bytes for each of 900,000 rows
    int kept = 160 * 900_000 / 1024;
    assertThat(
            markdown(
                runs(Heap.USUAL, 100_000, 300 * MIB),
                runs(Heap.USUAL, 1_000_000, 300 * MIB),
                runs(Heap.FIXED, 100_000, 400 * MIB),
                runs(Heap.FIXED, 1_000_000, 400 * MIB + kept)))
        .contains(
            "| fixed | 100,000 to 1,000,000 | 160 bytes | less than 16 bytes | not reached |");
  }

  @Test
  void theHeapReachesTheCommandThroughItsEnvironment() {
    Program score = new Program("score", List.of("steadymi", "score"));
    assertThat(Heap.USUAL.on(score)).isEqualTo(score);
    assertThat(Heap.FIXED.on(score).command())
        .startsWith("env")
        .endsWith("steadymi", "score")
        .element(1)
        .asString()
        .startsWith("JAVA_TOOL_OPTIONS=-Xms256m -Xmx256m ");
  }

  private static CommandRuns runs(Heap heap, int rows, int... peaksKib) {
    return new CommandRuns(
        heap,
        rows,
        Arrays.stream(peaksKib).mapToObj(peak -> new CommandRuns.Run(2.5, peak)).toList());
  }

  private static String markdown(CommandRuns... runs) {
    return new EvaluationReport(
            new Machine("Abacus", 2, "Linux amd64", "VM 17"),
            "run evaluation",
            256,
            new EvaluationReport.Measurements(
                List.of(new Measurement("score", 1000, 2, -0.25, 400 * MIB)),
                List.of(new Measurement("probe", 1000, 2, 0.5, 400 * MIB)),
                List.of(runs)))
        .report()
        .markdown();
  }
}
