package org.steadymi.laboratory.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.training.Curve;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.images.ImageOutcome.Figure;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Cell;
import org.steadymi.report.Grid;
import org.steadymi.report.Section;
import org.steadymi.report.Table;

/** What the image studies say of results that are made up, and what they refuse. */
class ImageStudyTest {
  private static final float NAN = Float.NaN;

  /** A look at a critic: step, estimate on the selection split, accuracy. */
  private static final float[] HEALTHY = {0, 0, 0.1f, 300, 2, 0.9f};

  private static Settings settings(String... losses) {
    return ImageStudy.CONTRASTIVE.defaults(Preset.QUICK).withLosses(List.of(losses));
  }

  /** A result whose figures are the given ones and 0 else. */
  private static CellResult result(Map<Figure, Double> figures, float... snapshots) {
    Map<String, Double> numbers = new HashMap<>();
    for (Figure figure : Figure.values()) {
      numbers.put(figure.name().toLowerCase(Locale.ROOT), figures.getOrDefault(figure, 0.0));
    }
    return new CellResult(
        numbers, Map.of("snapshots", snapshots), List.of(new Curve(0, new float[0])));
  }

  private static CellResult healthy(double mi) {
    return result(Map.of(Figure.MI_MACRO, mi, Figure.ACCURACY, 0.9), HEALTHY);
  }

  private interface MadeUp {
    CellResult of(String loss, int replicate);
  }

  private static Conclusion conclude(ImageStudy study, Settings settings, MadeUp madeUp) {
    Map<CellKey, CellResult> results = new HashMap<>();
    for (ImageCell cell : study.cells(settings)) {
      results.put(cell.key(), madeUp.of(cell.loss(), cell.replicate()));
    }
    return study.conclude(settings, new Results(results));
  }

  private static Table table(Conclusion conclusion, String title) {
    return conclusion.sections().get(0).blocks().stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Table main(Conclusion conclusion) {
    return table(conclusion, "What the evaluator read from disk");
  }

  private static Cell cell(Table table, int row, String header) {
    List<String> headers = table.columns().stream().map(column -> column.header()).toList();
    return table.rows().get(row).get(headers.indexOf(header));
  }

  /** λ = 0.01 has the highest estimate on the selection split, 0.001 on the report split. */
  @Test
  void lambdaIsChosenOnTheSelectionSplit() {
    ToDoubleBiFunction<String, Integer> selection =
        (loss, seed) -> loss.endsWith("=0.01") ? 1.5 + seed : loss.endsWith("=0.1") ? 1.9 : 1.8;
    Conclusion conclusion =
        conclude(
            ImageStudy.CONTRASTIVE,
            settings("nwj", "renwj"),
            (loss, seed) ->
                result(
                    Map.of(
                        Figure.SELECTION_VALUE,
                        selection.applyAsDouble(loss, seed),
                        Figure.MI_MACRO,
                        loss.endsWith("=0.001") ? 2.2 : 1.2,
                        Figure.ACCURACY,
                        0.9),
                    HEALTHY));
    Table main = main(conclusion);
    assertThat(main.rows()).hasSize(2);
    assertThat(cell(main, 0, "λ")).isEqualTo(Cell.of("–"));
    assertThat(cell(main, 1, "λ")).isEqualTo(Cell.of("0.01"));
    assertThat(cell(main, 1, "MI")).isEqualTo(Cell.of(1.2));
    Table choice = table(conclusion, "The choice of λ");
    assertThat(choice.rows()).hasSize(3);
    for (int row = 0; row < 3; row++) {
      boolean chosen = cell(choice, row, "λ").equals(Cell.of("0.01"));
      assertThat(cell(choice, row, "chosen")).isEqualTo(Cell.of(chosen ? "yes" : "no"));
    }
  }

  @Test
  void aWeightThatIsNotANumberIsNotChosen() {
    Conclusion conclusion =
        conclude(
            ImageStudy.SUPERVISED,
            settings("renwj"),
            (loss, seed) ->
                result(
                    Map.of(
                        Figure.SELECTION_VALUE,
                        loss.endsWith("=0.001") ? -1e6 : Double.NaN,
                        Figure.MI_MACRO,
                        1.0),
                    HEALTHY));
    assertThat(cell(main(conclusion), 0, "λ")).isEqualTo(Cell.of("0.001"));
  }

  /** Below 2 % of log 10 is as good as nothing, and so is what is not a number. */
  @Test
  void explodedAndCollapsedCriticsAreCounted() {
    double[][] mi = {{2.2, 2.1}, {0.04, 2}, {0.05, Double.NaN}, {-3, -1}};
    List<String> losses = List.of("js", "nwj", "smile", "tuba");
    Conclusion conclusion =
        conclude(
            ImageStudy.CONTRASTIVE,
            settings(losses.toArray(String[]::new)),
            (loss, seed) ->
                result(
                    Map.of(
                        Figure.MI_MACRO,
                        mi[losses.indexOf(loss)][seed],
                        Figure.EXPLODED,
                        loss.equals("tuba") || (loss.equals("nwj") && seed == 1) ? 1.0 : 0.0),
                    HEALTHY));
    Table main = main(conclusion);
    int[] exploded = {0, 1, 0, 2};
    int[] collapsed = {0, 1, 1, 2};
    for (int row = 0; row < 4; row++) {
      assertThat(cell(main, row, "exploded")).isEqualTo(Cell.of(exploded[row]));
      assertThat(cell(main, row, "collapsed")).isEqualTo(Cell.of(collapsed[row]));
    }
    assertThat(conclusion.findings())
        .containsExactly(
            "Plain losses: nwj (1 of 2), smile (1 of 2), tuba (2 of 2) collapse; the others read 2.15 to 2.15 of 2.30 nats.");
  }

  /** Classes are ten: above 15 % a critic classifies. */
  @Test
  void aCriticThatClassifiesHasNotCollapsedHoweverLittleItReads() {
    double[][] accuracy = {{0.14, 0.16}, {0.5, Double.NaN}};
    List<String> losses = List.of("js", "rejs:lambda=1");
    Conclusion conclusion =
        conclude(
            ImageStudy.CONTRASTIVE,
            settings(losses.toArray(String[]::new)),
            (loss, seed) ->
                result(
                    Map.of(
                        Figure.MI_MACRO,
                        -8.0,
                        Figure.ACCURACY,
                        accuracy[losses.indexOf(loss)][seed]),
                    HEALTHY));
    for (int row = 0; row < 2; row++) {
      assertThat(cell(main(conclusion), row, "collapsed")).isEqualTo(Cell.of(1));
      assertThat(cell(main(conclusion), row, "unread")).isEqualTo(Cell.of(1));
    }
    assertThat(conclusion.findings())
        .containsExactly(
            "Plain losses: js (1 of 2) collapse; js (1 of 2) classify, but read nothing; none reads the 2.30 nats of the labels.",
            "Regularised losses: rejs (1 of 2) collapse; rejs (1 of 2) classify, but read nothing; none reads the 2.30 nats of the labels.");
  }

  @Test
  void aNegativeMeanIsClippedBesideItsRawValue() {
    Conclusion conclusion =
        conclude(
            ImageStudy.CONTRASTIVE,
            settings("nwj", "js"),
            (loss, seed) ->
                result(Map.of(Figure.MI_MACRO, loss.equals("nwj") ? seed - 2.5 : 1.5), HEALTHY));
    Table main = main(conclusion);
    assertThat(cell(main, 0, "MI")).isEqualTo(Cell.of(0.0));
    assertThat(cell(main, 0, "raw")).isEqualTo(Cell.of(-2.0));
    assertThat(cell(main, 1, "MI")).isEqualTo(Cell.of(1.5));
    assertThat(cell(main, 1, "raw")).isEqualTo(Cell.of(1.5));
  }

  /** Where the weights were no numbers any more, so are the looks, and means are of the others. */
  @Test
  void looksThatAreNoNumbersAreLeftOut() {
    Conclusion conclusion =
        conclude(
            ImageStudy.CONTRASTIVE,
            settings("nwj", "js"),
            (loss, seed) ->
                loss.equals("nwj") || seed == 1
                    ? result(Map.of(Figure.EXPLODED, 1.0), 0, 0, 0.1f, 50, NAN, NAN)
                    : healthy(2));
    Table main = main(conclusion);
    assertThat(cell(main, 0, "MI at end")).isEqualTo(Cell.of(Double.NaN));
    assertThat(cell(main, 0, "acc. at end")).isEqualTo(Cell.of(Double.NaN));
    assertThat(cell(main, 1, "MI at end")).isEqualTo(Cell.of(2.0));
    assertThat(conclusion.findings())
        .containsExactly(
            "Plain losses: nwj (2 of 2), js (1 of 2) collapse; none reads the 2.30 nats of the labels.");
  }

  /** Charts of plain and of regularised losses stand where there are such losses. */
  @ParameterizedTest
  @CsvSource({"nwj, 1, Plain", "renwj:lambda=0.1, 1, Regularised", "nwj;renwj, 2, Plain"})
  void oneKindOfLossesIsEnough(String losses, int kinds, String first) {
    for (ImageStudy study : List.of(ImageStudy.SUPERVISED, ImageStudy.CONTRASTIVE)) {
      Conclusion conclusion =
          conclude(study, settings(losses.split(";", -1)), (loss, seed) -> healthy(1 + seed));
      assertThat(conclusion.findings()).hasSize(kinds);
      assertThat(conclusion.findings().get(0))
          .isEqualTo(first + " losses: none collapses; they read 1.50 to 1.50 of 2.30 nats.");
      assertThat(
              conclusion.sections().get(0).blocks().stream()
                  .filter(Grid.class::isInstance)
                  .map(block -> ((Grid) block).charts().size()))
          .containsExactly(2, kinds, kinds);
      assertThat(conclusion.comparisons()).as("published are numbers of CIFAR").isEmpty();
    }
  }

  /** Rows of 100 images hold 99 others, or ten labels. */
  @Test
  void whatBatchesLetALossReadStandsBesideIt() {
    Settings settings = settings("nwj", "infonce");
    double[] ceilings = {Math.log(10), Math.log(99)};
    List<ImageStudy> studies = List.of(ImageStudy.SUPERVISED, ImageStudy.CONTRASTIVE);
    for (int s = 0; s < 2; s++) {
      Table main = main(conclude(studies.get(s), settings, (loss, seed) -> healthy(2)));
      assertThat(cell(main, 0, "ceiling")).isEqualTo(Cell.of(Double.NaN));
      assertThat(cell(main, 1, "ceiling")).isEqualTo(Cell.of(ceilings[s]));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "6, 6", "20, 5", "300, 6", "4000, 6"})
  void asManyLooksAreToldAsThereAre(int steps, int looks) {
    Settings settings = settings("nwj").withSteps(steps);
    ImageCell cell = ImageStudy.CONTRASTIVE.cells(settings).get(0);
    int every = cell.config(ImageTask.CONTRASTIVE.open("digits")).schedule().checkpointEvery();
    assertThat(IntStream.rangeClosed(1, steps).filter(step -> step % every == 0 || step == steps))
        .hasSize(looks);
    assertThat(
            conclude(ImageStudy.CONTRASTIVE, settings, (loss, seed) -> healthy(2))
                .sections()
                .get(0)
                .lead())
        .contains("the untrained one and %d looks".formatted(looks));
  }

  @ParameterizedTest
  @CsvSource({"nwj;js, false", "nwj;renwj:lambda=0.1, false", "nwj;renwj, true"})
  void theChoiceOfWeightsIsToldWhereThereIsOne(String losses, boolean told) {
    Conclusion conclusion =
        conclude(
            ImageStudy.SUPERVISED,
            settings(losses.split(";", -1)),
            (loss, seed) -> healthy(1 + seed));
    Section section = conclusion.sections().get(0);
    assertThat(section.lead().contains("λ is the one of")).isEqualTo(told);
    assertThat(section.blocks().stream().filter(Table.class::isInstance)).hasSize(told ? 2 : 1);
  }

  @Test
  void everyWeightIsTriedUnlessTheLossNamesIt() {
    Settings settings = settings("nwj", "renwj", "rejs:lambda=0.5").withSeeds(1);
    assertThat(ImageStudy.SUPERVISED.cells(settings))
        .extracting(ImageCell::loss)
        .containsExactly(
            "nwj",
            "renwj:lambda=0.1",
            "renwj:lambda=0.01",
            "renwj:lambda=0.001",
            "rejs:lambda=0.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"digits:pairs=supervised", "digits:seed=1,pairs=aligned", "digits: pairs =all"})
  void pairsAreTheStudysOwn(String data) {
    assertRefused(data, "--data: this study chooses pairs itself, found '" + data + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "gaussian:dim=2,mi=1", "onehot:symbols=16"})
  void dataWithoutImagesAreRefused(String data) {
    assertRefused(
        data, "--data: expected labelled images such as digits or cifar10, found '" + data + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gausian | unknown data source 'gausian' (did you mean gaussian?), known: gaussian, onehot, known, digits, cifar10, cifar100, cifar100-coarse, mnist, fashion-mnist",
        "digits:sed=1 | digits: unknown key 'sed' (did you mean seed?), known: pairs, seed, shift, flip, keep, again, twice",
        "cifar10:/nowhere | cifar10: expected data_batch_1.bin and the like in /nowhere or in cifar-10-batches-bin in it, found no such folder; steadymi data fetch cifar10 gets the official files",
      })
  void dataThatCannotBeOpenedAreRefused(String data, String message) {
    assertRefused(data, message);
  }

  private static void assertRefused(String data, String message) {
    for (ImageTask task : ImageTask.values()) {
      assertThatThrownBy(() -> task.open(data))
          .isInstanceOf(SpecException.class)
          .hasMessage(message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void imagesArePairedForTheTask(ImageTask task) {
    PairSource plain = task.open("digits");
    assertThat(plain).hasToString("digits:pairs=" + task.pairs());
    assertThat(task.open("digits:seed=3,flip=true"))
        .hasToString("digits:pairs=%s,seed=3,flip=true".formatted(task.pairs()));
    assertThat(plain.labelledDraws()).isPresent();
  }

  @Test
  void settingsThatDoNotFitAreRefusedBeforeAnythingRuns() {
    assertNotChecked(
        settings("ialpha"),
        "loss ialpha: needs the score matrix of aligned pairs, which rows paired by their class do not have; use another loss");
    assertNotChecked(
        settings("nwj").withCritic("small-cmm"),
        "unknown critic 'small-cmm' (did you mean small-cnn?), known: separable, concat, bilinear, mlp, small-cnn, resnet18");
    assertNotChecked(
        settings("renwj", "renwj:lambda=1"),
        "--losses: this study chooses one weight for each loss, found [renwj, renwj:lambda=1]");
  }

  private static void assertNotChecked(Settings settings, String message) {
    assertThatThrownBy(() -> ImageStudy.CONTRASTIVE.check(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** Published are 2.233 nats and 81.2 % of MINE on CIFAR-10, 4.597 of MINE on CIFAR-100. */
  @Test
  void publishedNumbersStandBesideOurs() {
    LossOutcomes mine = new LossOutcomes("mine", "mine", outcomes(2.25, 2.15));
    LossOutcomes other = new LossOutcomes("uba", "uba", outcomes(1, 1));
    var ten =
        PublishedImages.compare(
            ImageTask.CONTRASTIVE,
            settings("mine").withData("cifar10:/data"),
            List.of(mine, other));
    assertThat(ten)
        .extracting(c -> c.quantity())
        .containsExactly(
            "cifar10, contrastive, mine: MI, negative as 0, nats",
            "cifar10, contrastive, mine: accuracy");
    assertThat(ten).extracting(c -> c.published().low()).containsExactly(2.233, 0.812);
    assertThat(ten.get(0).ours().mean()).isEqualTo(2.2);
    var hundred =
        PublishedImages.compare(
            ImageTask.SUPERVISED, settings("mine").withData("cifar100"), List.of(mine));
    assertThat(hundred).extracting(c -> c.published().low()).containsExactly(4.597, 4.597, 0.61);
  }

  /** Published are collapses of NWJ and TUBA, of contrastive pairs alone. */
  @Test
  void whetherTheSameLossesCollapseIsSaid() {
    Settings settings = settings("mine").withData("cifar10:train=100");
    List<String> here = List.of("mine", "nwj", "tuba", "uba");
    assertThat(
            PublishedImages.carriesOver(
                ImageTask.CONTRASTIVE, settings, here, List.of("nwj", "tuba", "uba")))
        .contains(
            "Of the 3 losses that are published, the same collapse there and here: nwj, tuba.");
    assertThat(PublishedImages.carriesOver(ImageTask.SUPERVISED, settings, here, List.of("mine")))
        .contains("Of the 3 losses that are published, there collapse none, here mine.");
    assertThat(
            PublishedImages.carriesOver(
                ImageTask.SUPERVISED, settings.withData("mnist"), here, List.of()))
        .isEmpty();
  }

  private static List<ImageOutcome> outcomes(double... mi) {
    return Stream.of(mi[0], mi[1]).map(value -> new ImageOutcome(healthy(value))).toList();
  }
}
