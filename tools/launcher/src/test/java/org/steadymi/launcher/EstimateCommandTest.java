package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateCommandTest {
  private static final double CORRELATION = 0.8;
  private static final double TRUTH = -0.5 * Math.log(1 - CORRELATION * CORRELATION);

  @TempDir private static Path folder;

  @BeforeAll
  static void normals() throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("X0,Y0\n");
    for (int i = 0; i < 1000; i++) {
      double x = random.nextGaussian();
      double y = CORRELATION * x + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
      text.append(x).append(',').append(y).append('\n');
    }
    Files.writeString(folder.resolve("normals"), text); // no extension, as the protocol has it
  }

  private static InProcess estimate(String... arguments) {
    return by("normal", arguments);
  }

  private static InProcess by(String method, String... arguments) {
    List<String> all = new ArrayList<>(List.of("estimate", "--method", method));
    all.addAll(List.of(arguments));
    return InProcess.run(all);
  }

  private static String table() {
    return folder.resolve("normals").toString();
  }

  @Test
  void textForPeople() {
    InProcess run = estimate(table(), "--x", "X0", "--y", "Y0", "--top", "2", "--extrapolate");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("normals: 1,000 rows", "X0 (continuous", "I(X;Y)", "95 %", "trustworthy")
        .contains("ksg1", "p = 0.005", "1/rows → 0")
        .contains("√(1 − e^(−2 I))");
    assertThat(run.out().lines().filter(line -> line.contains("pointwise"))).hasSize(2);
    assertThat(run.out().lines().filter(line -> line.contains("held-out rows"))).hasSize(5);
  }

  /** One sample of 1,000: four errors of 0.02. */
  @Test
  void jsonForPrograms() throws IOException {
    Path page = folder.resolve("checked");
    InProcess run =
        estimate(
            table(), "--x", "0", "--y", "1", "--json", "-", "--self-check", "--report", "" + page);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page.resolve("report.html")).content().contains("Self-check", "passed");
    JsonNode json = JsonMapper.builder().build().readTree(run.out());
    assertThat(json.get("mi_nats").doubleValue()).isCloseTo(TRUTH, within(0.08));
    assertThat(json.get("interval_95_lower_nats").doubleValue())
        .isLessThan(json.get("mi_nats").doubleValue());
    assertThat(json.get("verdict").textValue()).isEqualTo("trustworthy");
    assertThat(json.get("folds")).hasSize(5);
    assertThat(json.get("self_check").findValuesAsText("passed")).containsOnly("true");
    assertThat(json.get("self_check").findValues("ratio")).isNotEmpty();
    assertThat(json.get("baselines_nats").fieldNames()).toIterable().contains("ksg1", "gaussian");
  }

  @Test
  void theProtocolOfThePublicBenchmarkIsOneNumber() {
    InProcess run = estimate("--protocol", "bmi", table(), "1", "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(Double.parseDouble(run.out().strip())).isCloseTo(TRUTH, within(0.08));
  }

  @Test
  void theSavedCriticIsEvaluated() {
    String model = folder.resolve("model").toString();
    InProcess run = estimate(table(), "--x", "0", "--y", "1", "--save-model", model);
    assertThat(run.exitCode()).as(run.err()).isZero();
    InProcess scored =
        InProcess.run(
            List.of(
                "evaluate", model, "--data", "gaussian:dim=1,rho=" + CORRELATION, "--json", "-"));
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    assertThat(scored.out()).contains("committee");
  }

  @Test
  void whatASavedCriticTakesInThePlaceOfColumnsIsSaid() throws IOException {
    StringBuilder text = new StringBuilder("number,seconds,letter\n");
    for (int i = 0; i < 60; i++) {
      double number = i % 3 + i / 100.0;
      text.append("%s,%d,%s%n".formatted(number, 1_700_000_000 + 60 * i, "abc".charAt(i % 3)));
    }
    String table = Files.writeString(folder.resolve("letters.csv"), text).toString();
    String model = folder.resolve("of-letters").toString();
    InProcess run =
        estimate(table, "--x", "number,seconds", "--y", "letter", "--save-model", model);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .endsWith(
            """
            takes 'seconds' in steps of 128.0, as 32-bit floats: subtract a constant from it for finer ones
                         takes 'letter' as 3 columns of 0 and 1: a, b, c
            """)
        .doesNotContain("'number' in steps");
  }

  @Test
  void thePageHasCurvesScoresAndRows() throws IOException {
    String page = folder.resolve("page").toString();
    InProcess run =
        by("js-radius", table(), "--x", "0", "--y", "1", "--folds", "2", "--report", page);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("report     " + Path.of(page, "report.html"));
    assertThat(Path.of(page, "report.html"))
        .content()
        .contains(
            "Part 1: js-radius", "Part 2: js-radius", "x and y of two rows", "by X0", "by Y0");
    assertThat(Path.of(page, "svg")).isDirectoryContaining("glob:**/scores-log-*.svg");
    InProcess again =
        by("js-radius", table(), "--x", "0", "--y", "1", "--folds", "2", "--report", page);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("page: is not empty; --overwrite replaces an earlier report");
  }

  @Test
  void aPageWithoutNetworksSaysThatNothingWasTrained() {
    String page = folder.resolve("closed").toString();
    InProcess run = estimate(table(), "--x", "0", "--y", "1", "--report", page);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Path.of(page, "report.html"))
        .content()
        .contains("In 5 of 5 parts a closed form counts most, which is not trained.");
  }
}
