package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DigitsTest extends PairSourceContract {
  /** Counts of the digits 0…9, as scikit-learn's load_digits has them. */
  private static final int[] COUNTS = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};

  private static final Digits DIGITS = new Digits(0);

  @Override
  PairSource source() {
    return DIGITS;
  }

  /** Image to label over all splits. */
  private static Map<List<Float>, Integer> images(Digits digits) {
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
    assertThat(new Digits(0)).hasToString("digits");
    Digits other = (Digits) PairSources.parse("digits:seed=-3,pairs=contrastive");
    assertThat(other).hasToString("digits:seed=-3").isNotEqualTo(DIGITS).isEqualTo(new Digits(-3));
    assertThat(other.fingerprint()).as("the same images").isEqualTo(DIGITS.fingerprint());
    for (Split split : Split.values()) {
      LabelledRows here = DIGITS.labelled(split).orElseThrow();
      LabelledRows again = new Digits(0).labelled(split).orElseThrow();
      assertThat(again.rows().values()).containsExactly(here.rows().values());
      assertThat(again.labels()).containsExactly(here.labels());
      assertThat(images(other.labelled(split).orElseThrow())).isNotEqualTo(images(here));
    }
  }

  static Stream<Arguments> draws() {
    return Stream.of(Split.values())
        .flatMap(
            split ->
                Stream.of(
                    Arguments.of(split, "host", DIGITS.pairs(split, 1, 40_000)),
                    Arguments.of(split, "graph", graphPairs(split, 2, 20_000))));
  }

  private static Pairs graphPairs(Split split, long... lead) {
    try (GraphDraws draws = new GraphDraws(DIGITS.sampler(split), 1, lead)) {
      return draws.pairs(1, 1);
    }
  }

  @ParameterizedTest(name = "{0} on the {1}")
  @MethodSource("draws")
  void pairsAreTwoImagesOfOneDigitFromTheSplit(Split split, String where, Pairs pairs) {
    Map<List<Float>, Integer> images = images(DIGITS.labelled(split).orElseThrow());
    Set<List<Float>> seenX = new HashSet<>();
    Set<List<Float>> seenY = new HashSet<>();
    for (int row = 0; row < pairs.count(); row++) {
      List<Float> x = image(pairs.x(), row);
      List<Float> y = image(pairs.y(), row);
      assertThat(images).containsKey(x).containsKey(y);
      assertThat(images.get(y)).isEqualTo(images.get(x));
      assertThat(y).isNotEqualTo(x);
      seenX.add(x);
      seenY.add(y);
    }
    assertThat(seenX).as("every image is drawn").hasSameSizeAs(images.keySet());
    assertThat(seenY).hasSameSizeAs(images.keySet());
  }

  /** x is uniform over the images; so is y; they are independent across rows. */
  @ParameterizedTest(name = "{0} on the {1}")
  @MethodSource("draws")
  void classesAreAsFrequentAsInTheSplit(Split split, String where, Pairs pairs) {
    Map<List<Float>, Integer> images = images(DIGITS.labelled(split).orElseThrow());
    int[] labels = new int[pairs.count()];
    Arrays.setAll(labels, row -> images.get(image(pairs.x(), row)));
    double n = images.size();
    double collision = 0;
    Moments sameDigit = new Moments();
    for (int digit = 0; digit < 10; digit++) {
      int wanted = digit;
      double share = images.values().stream().filter(label -> label == wanted).count() / n;
      collision += share * share;
      Moments frequency = new Moments();
      for (int label : labels) {
        frequency.add(label == digit ? 1 : 0);
      }
      frequency.assertMean(where + " digit " + digit, share);
    }
    for (int row = 0; row + 1 < labels.length; row++) {
      sameDigit.add(labels[row] == labels[row + 1] ? 1 : 0);
    }
    sameDigit.assertMean(where + " same digit off the diagonal", collision);
  }

  /**
   * Pearson's X² over all ordered pairs of different images of a digit, each with probability 1/n ·
   * 1/(n_c − 1): mean cells − 1, variance at most 2 (cells − 1) + Σ(1/p)/draws − cells²/draws.
   */
  @ParameterizedTest(name = "{0} on the {1}")
  @MethodSource("draws")
  void partnersAreUniformOverTheOtherImagesOfTheDigit(Split split, String where, Pairs pairs) {
    Map<List<Float>, Integer> images = images(DIGITS.labelled(split).orElseThrow());
    Map<List<List<Float>>, Integer> drawn = new HashMap<>();
    for (int row = 0; row < pairs.count(); row++) {
      drawn.merge(List.of(image(pairs.x(), row), image(pairs.y(), row)), 1, Integer::sum);
    }
    double cells = 0;
    double inverse = 0; // Σ 1/p
    for (int digit = 0; digit < 10; digit++) {
      double others = others(images, digit);
      cells += (others + 1) * others;
      inverse += (others + 1) * others * images.size() * others;
    }
    double squares = 0; // Σ (count)² / expected over the pairs that were drawn
    for (Map.Entry<List<List<Float>>, Integer> pair : drawn.entrySet()) {
      double others = others(images, images.get(pair.getKey().get(0)));
      double expected = pairs.count() / (images.size() * others);
      squares += pair.getValue() * (double) pair.getValue() / expected;
    }
    double chiSquared = squares - pairs.count();
    double variance = 2 * (cells - 1) + (inverse - cells * cells) / pairs.count();
    assertThat(Math.abs(chiSquared - (cells - 1)))
        .as("%s: X² = %s for %s cells", where, chiSquared, cells)
        .isLessThan(Moments.SIGMAS * Math.sqrt(variance));
  }

  private static double others(Map<List<Float>, Integer> images, int digit) {
    return Collections.frequency(images.values(), digit) - 1.0;
  }

  @Test
  void aClassOfOneImageHasNoPairs() {
    LabelledRows lonely = new LabelledRows(new Rows(new float[3], 1), new int[] {0, 1, 0}, 2);
    assertThatThrownBy(() -> new ContrastivePairs(lonely))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contrastive pairs: expected at least 2 rows in a class, found 1 in class 1");
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
