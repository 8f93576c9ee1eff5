package org.steadymi.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.tables.WrittenFormat;

class EstimateReportTest {
  private static final String PRINTED = "I(X;Y)  1 nats\n  part  2\n  verdict  trustworthy\n";

  @Test
  void timesAndMemoryStandByNumberOfRows() {
    String report =
        report(
            List.of(),
            List.of(
                new TableRuns(1_000, List.of(runs("SteadyMI: normal", 2, 4, 512))),
                new TableRuns(20_000, List.of(runs("SteadyMI: normal", 6, 8, 2048)))),
            "normal");
    assertThat(report)
        .contains(
            "a Parquet file of 1,000 and of 20,000 rows of `gaussian:dim=2,mi=4`, 2 columns of X and 2 of Y;")
        .contains("I(X;Y) is 4.000 nats. normal is SteadyMI with `--method normal`.")
        .contains("| program | rows | s, best | median | most | peak memory |")
        .contains("| SteadyMI: normal | 1,000 | 2.00 | 3.00 | 4.00 | 512 MiB |")
        .contains("| SteadyMI: normal | 20,000 | 6.00 | 7.00 | 8.00 | 2,048 MiB |")
        .contains(
            "SteadyMI: normal, 20,000 rows:\n\n```sh\nI(X;Y)  1 nats\n  verdict  trustworthy\n```")
        .doesNotContain("how many times");
  }

  @Test
  void ratiosAreThoseOfTheSameRound() {
    String report =
        report(
            List.of("left out"),
            List.of(
                new TableRuns(
                    1_000,
                    List.of(
                        runs("SteadyMI: one network", 2, 4, 1),
                        new Runs("torch-mist: one network", List.of(6.0, 4.0), "", List.of())))),
            "js-scores",
            "torch-mist");
    assertThat(report)
        .contains("| how many times as fast as torch-mist | rows | median | over rounds |")
        .contains("| SteadyMI: one network | 1,000 | 2.00 | 1.00 … 3.00 |")
        .contains("| torch-mist: one network | 1,000 | 4.00 | 5.00 | 6.00 | – |")
        .endsWith("Note: left out.\n");
  }

  private static Runs runs(String label, double first, double second, long peakMebibytes) {
    return new Runs(label, List.of(first, second), PRINTED, List.of(1024L, 1024 * peakMebibytes));
  }

  private static String report(List<String> notes, List<TableRuns> tables, String... names) {
    var setup =
        new EstimateReport.Setup(
            new Machine("Abacus", 2, "Linux amd64", "VM 17"),
            "run estimate",
            PairSources.parse("gaussian:dim=2,mi=4"),
            WrittenFormat.PARQUET,
            2);
    return new EstimateReport(
            setup, Stream.of(names).map(EstimateContender::new).toList(), tables, notes)
        .report()
        .markdown();
  }
}
