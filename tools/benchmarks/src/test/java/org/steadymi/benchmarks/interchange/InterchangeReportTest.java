package org.steadymi.benchmarks.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.programs.Program;
import org.steadymi.benchmarks.programs.Runs;
import org.steadymi.benchmarks.protocol.Reply;

class InterchangeReportTest {
  @Test
  void ratiosAreOfTheSameRound() {
    // 4 and 2 calls a second against 1 and 1; 2 s and 4 s against 6 s and 4 s
    String report =
        markdown(
            List.of(new Reply("ours", 4, 1, 1, 2), new Reply("ours", 2, 1, 0.5, 2)),
            List.of(new Reply("theirs", 1, 1, 1, 2), new Reply("theirs", 1, 1, 1, 2)),
            List.of(
                new Runs("load", List.of(2.0, 4.0), "", List.of()),
                new Runs("import", List.of(6.0, 4.0), "", List.of())));
    assertThat(report)
        .contains("| 64 | copied | ours | 250.000 | 333.333 | 250.000 | 0.75 |")
        .contains("| K = 64, copied, calls per second | 3.00 | 2.00 … 4.00 | 1 | reached |")
        .contains("| K = 64, copied, per CPU second | 4.00 | 4.00 … 4.00 | 1 | reached |")
        .contains("| import | 4.00 | 5.00 | 6.00 |")
        .contains("| import / load | 2.00 | 1.00 … 3.00 | 1 | reached |");
  }

  @Test
  void oneSideIsEnough() {
    assertThat(
            markdown(
                List.of(new Reply("ours", 1, 1, 1, 2)),
                List.of(),
                List.of(new Runs("load", List.of(2.0), "", List.of()))))
        .doesNotContain("reached |")
        .endsWith("Note: tensorflow left out.\n");
  }

  @Test
  void aProgramThatFailsEndsWithItsLastLine() {
    Program program =
        new Program("once", JavaCommand.of(Once.class, List.of(), List.of("no/such/model", "10")));
    assertThatThrownBy(program::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("once ended with exit code 1: ");
  }

  @Test
  void aProgramThatEndsIsTimed() {
    Program java =
        new Program(
            "java",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version"));
    assertThat(java.run().seconds()).isPositive();
  }

  private static String markdown(List<Reply> ours, List<Reply> python, List<Runs> programs) {
    return InterchangeReport.of(
            new InterchangeResults(
                new Machine("Abacus", 2, "Linux amd64", "VM 17"),
                new Setup("run interchange", 2, 1, "on core 0"),
                List.of(new InterchangeResults.Calls(64, Reading.COPIED, ours, python)),
                programs,
                List.of("tensorflow left out")))
        .markdown();
  }
}
