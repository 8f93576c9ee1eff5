package org.steadymi.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.protocol.Reply;

class TrainingReportTest {
  private static final Performance SHARED =
      new Performance(Contender.JAX_SCAN, 2000, List.of(new Reply("JAX 1.0", 1000, 1, 0.5, 4.1)));

  private static final TrainingResults RESULTS =
      new TrainingResults(
          new Machine("Abacus", 2, "Linux amd64", "VM 17"),
          GaussianTask.SEPARABLE,
          new Setup("run training --rounds 1", 1, 2.5, "on core 0"),
          List.of(
              new Contest(
                  GaussianTask.SEPARABLE,
                  64,
                  List.of(Laps.of(Contender.LOOP, 1500), Laps.of(Contender.STEP, 1000), SHARED),
                  List.of("left out: pytorch-compile ended (exit code 1): no compiler"))),
          List.of("pytorch left out: no environment"));

  @Test
  void markdown() {
    assertThat(TrainingReport.of(RESULTS).markdown())
        .startsWith("# Training speed, separable critic\n\n")
        .contains("1 interleaved rounds of about 2.5 s each; on core 0.")
        .contains(
            "Abacus, 2 cores, Linux amd64, VM 17. Made by:\n\n```sh\nrun training --rounds 1\n```")
        .contains("\n## H = 64\n\n| contender | steps/s, best |")
        .contains("\n|---|---:|---:|---:|---:|---:|---:|\n")
        .contains("| loop: loop 1.0 | 1,500 | 1,500 | 1,500 | 0.667 | 100 % | 2.50 |")
        .contains("| loop / step | 1.50 | 1.50 … 1.50 | 1.50 | 2.0 | not reached |")
        .contains("| loop / jax-scan | 1.50 | 1.50 … 1.50 | 1.50 | 1.2 | reached |")
        .contains("Note: left out: pytorch-compile ended (exit code 1): no compiler.\n")
        .contains("Note: jax-scan did not learn")
        .contains("Note: other processes took part of the core from jax-scan;")
        .endsWith("Note: pytorch left out: no environment.\n");
  }

  @Test
  void textAlignsItsColumns() {
    List<String> lines = TrainingReport.of(RESULTS).text().lines().toList();
    String heading =
        lines.stream().filter(l -> l.startsWith("contender")).findFirst().orElseThrow();
    String loop = lines.stream().filter(l -> l.startsWith("loop:")).findFirst().orElseThrow();
    assertThat(loop).hasSameSizeAs(heading).endsWith("2.50");
  }

  @Test
  void jsonHasEveryLap() {
    JsonNode json = JsonMapper.builder().build().valueToTree(RESULTS.document());
    JsonNode contest = json.at("/contests/0");
    assertThat(contest.at("/hidden").asInt()).isEqualTo(64);
    assertThat(contest.at("/contenders/2/laps/0/cpu_seconds").asDouble()).isEqualTo(0.5);
    assertThat(contest.at("/contenders/2/sound").asBoolean()).isFalse();
    assertThat(contest.at("/ratios/0/byRound/median").asDouble()).isEqualTo(1.5);
    assertThat(contest.at("/ratios/0/reached").asBoolean()).isFalse();
    assertThat(contest.at("/leftOut/0").asText()).endsWith("no compiler");
  }
}
