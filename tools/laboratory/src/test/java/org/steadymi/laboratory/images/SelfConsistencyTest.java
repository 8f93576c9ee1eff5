package org.steadymi.laboratory.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.datasets.PairSource;
import org.steadymi.laboratory.Experiment;
import org.steadymi.laboratory.Observer;
import org.steadymi.laboratory.RunOptions;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Report;
import org.steadymi.report.ReportReader;

class SelfConsistencyTest {
  private static final SelfConsistency STUDY = new SelfConsistency();
  private static final Settings QUICK = STUDY.defaults(Preset.QUICK);

  @TempDir private Path folder;

  /** Half a nat for each row, up to 3 nats, and as the properties want it. */
  private static double consistent(PropertyCell cell) {
    return Math.min(3, 0.5 * cell.rows()) * cell.property().ratio();
  }

  private static Results madeUp(Settings settings, ToDoubleFunction<PropertyCell> nats) {
    Map<CellKey, CellResult> results = new HashMap<>();
    for (PropertyCell cell : STUDY.cells(settings)) {
      results.put(
          cell.key(),
          new CellResult(
              Map.of(PropertyCell.MI, nats.applyAsDouble(cell), PropertyCell.EXPLODED, 0.0),
              Map.of(),
              List.of()));
    }
    return new Results(results);
  }

  private static Ratios ratios(ToDoubleFunction<PropertyCell> nats) {
    return new Ratios("mine", QUICK, madeUp(QUICK, nats));
  }

  @Test
  void consistentEstimatesGiveTheRatiosThatMustBe() {
    Ratios ratios = ratios(SelfConsistencyTest::consistent);
    assertThat(ratios.whole().mean()).isEqualTo(3);
    assertThat(ratios.of(Property.BASELINE, 0).mean()).isZero();
    assertThat(ratios.of(Property.BASELINE, 4).mean()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(ratios.of(Property.BASELINE, 6).mean()).isEqualTo(1);
    assertThat(ratios.fall().mean()).isZero();
    for (int rows : new int[] {4, 8}) {
      assertThat(ratios.of(Property.PROCESSING, rows).mean()).isEqualTo(1);
      assertThat(ratios.of(Property.ADDITIVITY, rows).mean()).isEqualTo(2);
    }
  }

  @Test
  void lossesAtTheirCeilingAreNamed() {
    Settings two = QUICK.withLosses(List.of("mine", "infonce"));
    assertThat(STUDY.conclude(two, madeUp(two, cell -> 4.1)).findings())
        .endsWith(
            "At their ceiling log 64 = 4.16 nats with I(X;X): infonce; their ratio of additivity is 1 for that reason.");
  }

  @Test
  void withoutAReadingThereIsNoRatio() {
    Conclusion conclusion = STUDY.conclude(QUICK, madeUp(QUICK, cell -> -400_000));
    assertThat(conclusion.findings().get(0))
        .isEqualTo("Baseline: no loss reads I(X;X) above 0.1 nats, which a ratio needs.");
  }

  /** 3 nats at 6 rows and 2 at 8 in seed 1: the ratio falls by a half; in seed 0 it does not. */
  @Test
  void ratiosAreThoseOfOneSeed() {
    Ratios ratios =
        ratios(cell -> cell.replicate() == 1 && cell.rows() == 8 ? 2 : consistent(cell));
    assertThat(ratios.whole().mean()).isEqualTo(2.5);
    assertThat(ratios.of(Property.BASELINE, 6).mean()).isEqualTo((1 + 1.5) / 2);
    assertThat(ratios.fall().mean()).isEqualTo(0.25);
  }

  @Test
  void aRatioOverNextToNothingIsLeftOut() {
    Ratios ratios =
        ratios(cell -> cell.replicate() == 1 && cell.rows() == 4 ? 0.05 : consistent(cell));
    assertThat(ratios.of(Property.ADDITIVITY, 4).n()).isEqualTo(1);
    assertThat(ratios.of(Property.ADDITIVITY, 4).mean()).isEqualTo(2);
    assertThat(ratios(cell -> Double.NaN).of(Property.PROCESSING, 8).n()).isZero();
  }

  @Test
  void theConclusionNamesTheLossesAtTheEnds() {
    Settings settings = QUICK.withLosses(List.of("mine", "infonce", "remine:lambda=1"));
    Conclusion conclusion =
        STUDY.conclude(
            settings,
            madeUp(
                settings,
                cell ->
                    cell.loss().equals("infonce")
                        ? Math.min(3, consistent(cell))
                        : consistent(cell)));
    assertThat(conclusion.findings())
        .containsExactly(
            "Baseline: 3 of 3 losses read I(X;X) above 0.1 nats; at t = 0 the ratio is within 0.00 of 0, and none falls"
                + " by more than 0.1 of I(X;X) from one t to the next.",
            "Data processing at t = 4: the ratio, which must be 1, is 1.00 (mine) to 1.00 (remine:lambda=1); within 10 %"
                + " of it for 3 of 3 losses.",
            "Additivity at t = 4: the ratio, which must be 2, is 1.50 (infonce) to 2.00 (remine:lambda=1); within 10 % of"
                + " it for 2 of 3 losses.");
    assertThat(conclusion.sections()).hasSize(1);
    assertThat(conclusion.comparisons()).isEmpty();
  }

  @Test
  void lossesThatReadNothingAreSaidToReadNothing() {
    assertThat(STUDY.conclude(QUICK, madeUp(QUICK, cell -> 0)).findings())
        .noneMatch(line -> line.contains("NaN"))
        .contains("Additivity: no loss reads enough at half of the rows for a ratio.");
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aCellForEveryLossTestRowsAndSeed(Preset preset) {
    Settings settings = STUDY.defaults(preset);
    int each = 0;
    for (Property property : Property.values()) {
      each += SelfConsistency.rows(property, settings).length;
    }
    assertThat(STUDY.cells(settings))
        .hasSize(12 * each * settings.seeds())
        .extracting(PropertyCell::key)
        .doesNotHaveDuplicates();
  }

  /** 8 rows in quarters; 28 in eighths of 3.5; 32 in fourteenths. */
  @Test
  void theGridIsMadeOfWholeRows() {
    assertThat(SelfConsistency.rows(Property.BASELINE, QUICK)).containsExactly(0, 2, 4, 6, 8);
    assertThat(SelfConsistency.rows(Property.ADDITIVITY, QUICK)).containsExactly(4, 8);
    assertThat(SelfConsistency.rows(Property.BASELINE, STUDY.defaults(Preset.SMALL)))
        .containsExactly(0, 4, 7, 11, 14, 18, 21, 25, 28);
    Settings cifar = STUDY.defaults(Preset.PAPER).withData("cifar10");
    assertThat(SelfConsistency.rows(Property.BASELINE, cifar)).hasSize(15).endsWith(32);
    assertThat(SelfConsistency.rows(Property.BASELINE, cifar.withData("digits")))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  /** h keeps three rows fewer, and none where there are not more. */
  @Test
  void everyPropertyHasPairsOfItsOwn() {
    assertThat(Property.BASELINE.open("digits", 8).spec()).isEqualTo("digits:pairs=rows,keep=8");
    assertThat(Property.PROCESSING.open("digits:seed=2", 8).spec())
        .isEqualTo("digits:pairs=rows,seed=2,keep=8,again=5");
    assertThat(Property.PROCESSING.open("digits", 2).spec())
        .isEqualTo("digits:pairs=rows,keep=2,again=0");
    assertThat(Property.ADDITIVITY.open("digits", 4).spec())
        .isEqualTo("digits:pairs=rows,keep=4,twice=true");
  }

  @ParameterizedTest
  @CsvSource({"remine,0.1", "remine:lambda=0.5,0.5", "rejs:lambda=1,1"})
  void aRegulariserWeighsATenthUnlessTheLossSaysOtherwise(String loss, double lambda) {
    PairSource data = Property.BASELINE.open("digits", 8);
    PropertyCell cell = new PropertyCell(Property.BASELINE, loss, 8, 0, QUICK);
    assertThat(cell.config(data).loss().regularizer().orElseThrow().lambda()).isEqualTo(lambda);
  }

  @Test
  void dataThatIsNoneIsRefusedInOneLine() {
    assertThatThrownBy(() -> STUDY.cells(QUICK.withData("onehot")))
        .hasMessage("--data: expected images such as digits or mnist, found 'onehot:symbols=16'");
    assertThatThrownBy(() -> STUDY.cells(QUICK.withData("digits:pairs=aligned")))
        .hasMessage("--data: this study chooses pairs itself, found 'digits:pairs=aligned'");
    assertThatThrownBy(() -> STUDY.check(QUICK.withLosses(List.of("mien"))))
        .hasMessageStartingWith("unknown loss 'mien' (did you mean mine?)");
  }

  @Test
  void aVerySmallStudyRunsFromItsCellsToItsReport() throws Exception {
    Settings small =
        QUICK
            .withSteps(3)
            .withSeeds(1)
            .withLosses(List.of("infonce"))
            .withCritic("separable:hidden=4,layers=1,features=2");
    new Experiment(STUDY, small)
        .run(folder, new RunOptions(1, false, Duration.ofHours(1)), new Observer() {});
    Report report = ReportReader.read(folder);
    assertThat(report.title()).isEqualTo(STUDY.title());
    assertThat(report.summary()).hasSize(3).noneMatch(line -> line.contains("NaN"));
    assertThat(report.sections()).singleElement().satisfies(s -> assertThat(s.blocks()).hasSize(4));
  }
}
