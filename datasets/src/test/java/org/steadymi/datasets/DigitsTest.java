package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigitsTest extends PairSourceContract {
  /** Counts of the digits 0…9, as scikit-learn's load_digits has them. */
  private static final int[] COUNTS = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};

  private static final PairSource DIGITS = PairSources.parse("digits");

  @Override
  PairSource source() {
    return DIGITS;
  }

  /** Image to label over all splits. */
  private static Map<List<Float>, Integer> images(PairSource digits) {
    Map<List<Float>, Integer> images = new HashMap<>();
    for (Split split : Split.values()) {
      images.putAll(images(digits.labelled(split).orElseThrow()));
    }
    return images;
  }

  private static Map<List<Float>, Integer> images(LabelledRows labelled) {
    Map<List<Float>, Integer> images = new HashMap<>();
    for (int row = 0; row < labelled.labels().length; row++) {
      images.put(image(labelled.rows(), row), labelled.labels()[row]);
    }
    return images;
  }

  private static List<Float> image(Rows rows, int row) {
    Float[] pixels = new Float[rows.width()];
    Arrays.setAll(pixels, pixel -> rows.at(row, pixel));
    return List.of(pixels);
  }

  @Test
  void theSplitsHoldEveryImageOnce() {
    Map<List<Float>, Integer> images = images(DIGITS);
    assertThat(images).as("no two images are equal, no image is in two splits").hasSize(1797);
    int[] counts = new int[10];
    images.values().forEach(label -> counts[label]++);
    assertThat(counts).containsExactly(COUNTS);
    assertThat(images.keySet())
        .allSatisfy(image -> assertThat(image).allMatch(pixel -> pixel >= 0 && pixel <= 1));
  }

  @Test
  void everyDigitIsCutSixtyTwentyTwenty() {
    for (Split split : Split.values()) {
      double share = split == Split.TRAIN ? 0.6 : 0.2;
      int[] counts = new int[10];
      for (int label : DIGITS.labelled(split).orElseThrow().labels()) {
        counts[label]++;
      }
      for (int digit = 0; digit < 10; digit++) {
        assertThat((double) counts[digit]).isCloseTo(share * COUNTS[digit], within(1.0));
      }
    }
  }

  /** The file's first line begins 0,0,5,13,9,1 and ends with label 0; its last image is an 8. */
  @Test
  void pixelsAndLabelsAreThoseOfTheOriginal() {
    Map<List<Float>, Integer> images = images(DIGITS);
    List<Integer> first =
        List.of(
            0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0, 0, 3, 15, 2, 0, 11, 8, 0, 0, 4, 12,
            0, 0, 8, 8, 0, 0, 5, 8, 0, 0, 9, 8, 0, 0, 4, 11, 0, 1, 12, 7, 0, 0, 2, 14, 5, 10, 12, 0,
            0, 0, 0, 6, 13, 10, 0, 0, 0);
    assertThat(images).containsEntry(first.stream().map(value -> value / 16f).toList(), 0);
  }

  @Test
  void trueMiIsTheEntropyOfTheLabel() {
    double entropy = Math.log(1797);
    for (int count : COUNTS) {
      entropy -= count * Math.log(count) / 1797;
    }
    assertThat(DIGITS.trueMi().orElseThrow())
        .isCloseTo(entropy, within(1e-12))
        .isCloseTo(Math.log(10), within(2e-4));
  }

  @Test
  void theSplitIsAFunctionOfTheSeedInTheSpecification() {
    PairSource other = PairSources.parse("digits:seed=-3,pairs=aligned");
    assertThat(other)
        .hasToString("digits:seed=-3")
        .isNotEqualTo(DIGITS)
        .isEqualTo(PairSources.parse("digits:seed=-3"));
    assertThat(other.fingerprint()).as("the same images").isEqualTo(DIGITS.fingerprint());
    for (Split split : Split.values()) {
      LabelledRows here = DIGITS.labelled(split).orElseThrow();
      LabelledRows again = PairSources.parse("digits").labelled(split).orElseThrow();
      assertThat(again.rows().values()).containsExactly(here.rows().values());
      assertThat(again.labels()).containsExactly(here.labels());
      assertThat(images(other.labelled(split).orElseThrow())).isNotEqualTo(images(here));
    }
  }

  /**
   * Draws as rows of {@code labelled(split)}.
   *
   * @param labels label of each row of the split
   * @param x row of each x
   * @param y row of each y
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Drawn(String name, int[] labels, int[] x, int[] y) {
    static Drawn of(String name, Split split, Pairs pairs) {
      LabelledRows labelled = DIGITS.labelled(split).orElseThrow();
      Map<List<Float>, Integer> rows = new HashMap<>();
      for (int row = 0; row < labelled.labels().length; row++) {
        rows.put(image(labelled.rows(), row), row);
      }
      return new Drawn(
          split + " on the " + name,
          labelled.labels(),
          rowsOf(pairs.x(), rows),
          rowsOf(pairs.y(), rows));
    }

    private static int[] rowsOf(Rows images, Map<List<Float>, Integer> rows) {
      int[] found = new int[images.count()];
      Arrays.setAll(found, i -> rows.get(image(images, i))); // fails on an image not in the split
      return found;
    }

    int others(int row) {
      return (int) Arrays.stream(labels).filter(label -> label == labels[row]).count() - 1;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Drawn> draws() {
    return Stream.of(Split.values())
        .flatMap(
            split ->
                Stream.of(
                    Drawn.of("host", split, DIGITS.pairs(split, 1, 40_000)),
                    Drawn.of("graph", split, graphPairs(split, 2, 20_000)),
                    Drawn.of("compiled graph", split, compiledPairs(split, 2, 20_000))));
  }

  private static Pairs graphPairs(Split split, long... lead) {
    try (GraphDraws draws = new GraphDraws(DIGITS.sampler(split), 1, lead)) {
      return draws.pairs(1, 1);
    }
  }

  private static Pairs compiledPairs(Split split, long... lead) {
    try (CompiledDraw draw = new CompiledDraw(DIGITS.sampler(split), lead)) {
      return draw.pairs(1, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("draws")
  void pairsAreTwoImagesOfOneDigitFromTheSplit(Drawn drawn) {
    int n = drawn.labels().length;
    assertThat(drawn.x()).hasSize(40_000);
    for (int i = 0; i < drawn.x().length; i++) {
      int x = drawn.x()[i];
      int y = drawn.y()[i];
      if (x == y || drawn.labels()[x] != drawn.labels()[y]) {
        fail("pair %d: expected two images of one digit, found images %d and %d", i, x, y);
      }
    }
    assertThat(Arrays.stream(drawn.x()).distinct().count()).as("images drawn").isEqualTo(n);
    assertThat(Arrays.stream(drawn.y()).distinct().count()).as("images drawn").isEqualTo(n);
  }

  /** Classes are as frequent as in the split, and independent across rows. */
  @ParameterizedTest
  @MethodSource("draws")
  void rowsOffTheDiagonalAreIndependent(Drawn drawn) {
    double collision = 0;
    for (int digit = 0; digit < 10; digit++) {
      int wanted = digit;
      double share =
          (double) Arrays.stream(drawn.labels()).filter(label -> label == wanted).count()
              / drawn.labels().length;
      collision += share * share;
      Moments frequency = new Moments();
      for (int x : drawn.x()) {
        frequency.add(drawn.labels()[x] == digit ? 1 : 0);
      }
      frequency.assertMean(drawn + ": digit " + digit, share);
    }
    Moments sameDigit = new Moments();
    for (int i = 0; i + 1 < drawn.x().length; i++) {
      sameDigit.add(drawn.labels()[drawn.x()[i]] == drawn.labels()[drawn.y()[i + 1]] ? 1 : 0);
    }
    sameDigit.assertMean(drawn + ": same digit off the diagonal", collision);
  }

  /**
   * Pearson's X² over all ordered pairs of different images of a digit, each with probability p =
   * 1/n · 1/(n_c − 1): mean cells − 1, variance at most 2 (cells − 1) + (Σ 1/p − cells²) / draws.
   */
  @ParameterizedTest
  @MethodSource("draws")
  void partnersAreUniformOverTheOtherImagesOfTheDigit(Drawn drawn) {
    int n = drawn.labels().length;
    int[][] counts = new int[n][n];
    for (int i = 0; i < drawn.x().length; i++) {
      counts[drawn.x()[i]][drawn.y()[i]]++;
    }
    double cells = 0;
    double inverse = 0; // Σ 1/p
    double chiSquared = -drawn.x().length;
    for (int row = 0; row < n; row++) {
      double others = drawn.others(row);
      cells += others;
      inverse += others * n * others;
      for (int count : counts[row]) {
        chiSquared += (double) count * count * n * others / drawn.x().length;
      }
    }
    double variance = 2 * (cells - 1) + (inverse - cells * cells) / drawn.x().length;
    assertThat(Math.abs(chiSquared - (cells - 1)))
        .as("%s: X² = %s for %s cells", drawn, chiSquared, cells)
        .isLessThan(Moments.SIGMAS * Math.sqrt(variance));
  }

  @Test
  void aClassOfOneImageHasNoPairs() {
    ImageSet lonely =
        new ImageSet(new ImageShape(1, 1, 1), new byte[3], new int[] {0, 1, 0}, 2, 255);
    assertThatThrownBy(() -> new AlignedImages(new ImageTable(lonely, Augmentation.NONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("aligned pairs: expected at least 2 images in a class, found 1 in class 1");
  }

  @Test
  void theAttributionTravelsInTheJar() {
    assertThat(Digits.class.getClassLoader().resources("META-INF/NOTICE").map(DigitsTest::text))
        .anySatisfy(
            notice -> assertThat(notice).contains("Alpaydin", "10.24432/C50P49", "CC BY 4.0"));
  }

  private static String text(URL resource) {
    try (InputStream bytes = resource.openStream()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
