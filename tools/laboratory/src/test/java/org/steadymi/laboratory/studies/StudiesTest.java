package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.laboratory.Experiment;
import org.steadymi.laboratory.Observer;
import org.steadymi.laboratory.RunOptions;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.report.Histogram;
import org.steadymi.report.Report;
import org.steadymi.report.ReportReader;
import org.steadymi.report.Table;
import org.steadymi.report.Values;

/** Every study, very small, from its cells to its report. */
class StudiesTest {
  private static final String TINY_CONCAT = "concat:hidden=4,layers=1,output-bias=false";

  @TempDir private Path folder;

  private record Small(Study study, Settings settings) {
    @Override
    public String toString() {
      return study.name();
    }
  }

  static Stream<Small> studies() {
    return Stream.of(
        small(OneHotSymptoms.DRIFT, TINY_CONCAT, 30),
        small(OneHotSymptoms.EXPLOSION, TINY_CONCAT, 7),
        small(new TargetSweep(), TINY_CONCAT, 7),
        small(new LambdaSensitivity(), "separable:hidden=4,layers=1,features=2", 2));
  }

  private static Small small(Study study, String critic, int steps) {
    Settings settings = study.defaults(Preset.QUICK).withSteps(steps).withSeeds(2);
    settings = study.name().equals("lambda") ? settings.withLosses(List.of("remine")) : settings;
    return new Small(study, settings.withCritic(critic));
  }

  private Report run(Small small) throws InterruptedException {
    Path out = folder.resolve(small.study.name());
    new Experiment(small.study, small.settings)
        .run(out, new RunOptions(2, true, Duration.ofHours(1)), new Observer() {});
    return ReportReader.read(out);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void aReportWithTablesAndFiniteFindings(Small small) throws Exception {
    Report report = run(small);
    assertThat(report.title()).isEqualTo(small.study.title());
    assertThat(report.facts().get("command"))
        .startsWith("steadymi experiment " + small.study.name() + " --preset quick ")
        .contains(" --steps " + small.settings.steps())
        .endsWith(" --critic " + small.settings.critic());
    assertThat(report.summary()).isNotEmpty().noneMatch(line -> line.contains("NaN"));
    assertThat(report.sections())
        .singleElement()
        .satisfies(section -> assertThat(section.lead()).contains("nats"));
    assertThat(tables(report)).isNotEmpty().allSatisfy(t -> assertThat(t.rows()).isNotEmpty());
    assertThat(comparison(small)).contains("\"command\" : \"steadymi experiment");
  }

  @Test
  void theReferencesOfOtherLossesAreLeftOut() throws Exception {
    Small drift = studies().findFirst().orElseThrow();
    run(new Small(drift.study, drift.settings.withLosses(List.of("mine", "remine:lambda=0.5"))));
    assertThat(comparison(drift))
        .contains("\"mine, batch 100: log M, nats\"")
        .contains("\"low\" : -2.5,")
        .doesNotContain("remine,");
  }

  private String comparison(Small small) throws IOException {
    return Files.readString(folder.resolve(small.study.name()).resolve("comparison.json"));
  }

  private static List<Table> tables(Report report) {
    List<Table> tables = new ArrayList<>();
    report
        .sections()
        .forEach(
            section ->
                section.blocks().stream()
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .forEach(tables::add));
    return tables;
  }

  @Test
  void lossesThatDoNotFitAreRefusedBeforeAnythingRuns() {
    assertRefused(OneHotSymptoms.DRIFT, "mien", "unknown loss 'mien' (did you mean mine?)");
    assertRefused(OneHotSymptoms.DRIFT, "infonce", "loss infonce: needs the scores of each x");
    assertRefused(new LambdaSensitivity(), "mine", "lambda cannot be set");
    assertRefused(
        new LambdaSensitivity(), "remine:lambda=2", "--losses: this study chooses lambda itself");
  }

  private static void assertRefused(Study study, String loss, String message) {
    Settings settings = study.defaults(Preset.QUICK).withLosses(List.of(loss));
    assertThatThrownBy(() -> study.cells(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void seedsAreSplitIntoGroups() {
    assertThat(SeedGroup.split(12, 5))
        .containsExactly(new SeedGroup(0, 5), new SeedGroup(1, 5), new SeedGroup(2, 2));
    assertThat(SeedGroup.split(4, 5)).containsExactly(new SeedGroup(0, 4));
  }

  @Test
  void everyScoreIsInTheHistogram() {
    ScoreTable table = ScoreTable.of(10, 2, new float[] {3, -1, 0.5f, 3});
    assertThat(table.joint()).isEqualTo(Values.of(3.0, 3.0));
    Histogram histogram = table.histogram("scores");
    assertThat(histogram.sets())
        .allSatisfy(set -> assertThat(set.heights().stream().sum()).isCloseTo(1, within(1e-12)));
    ScoreTable flat = ScoreTable.of(10, 2, new float[] {7, 7, 7, 7});
    assertThat(flat.histogram("scores").sets().get(0).heights().stream().max()).hasValue(1);
    assertThat(ScoreTable.of(1, 1, new float[] {Float.NaN}).finite()).isFalse();
  }
}
