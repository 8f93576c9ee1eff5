package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Digits have 8 rows of 8 values. */
class RowPairsTest {
  private static final int WIDTH = 8;
  private static final int SIZE = 64;

  @Nested
  class OneImage extends PairSourceContract {
    @Override
    PairSource source() {
      return rows("keep=3");
    }
  }

  @Nested
  class TwoCopies extends PairSourceContract {
    @Override
    PairSource source() {
      return rows("keep=5,again=2");
    }
  }

  @Nested
  class TwoImages extends PairSourceContract {
    @Override
    PairSource source() {
      return rows("seed=4,keep=5,twice=true");
    }
  }

  private static PairSource rows(String options) {
    return PairSources.parse("digits:pairs=rows," + options);
  }

  /**
   * Draws of one source.
   *
   * @param from host or graph
   * @param kept rows that y keeps of each image of x
   */
  private record Drawn(String from, Pairs pairs, List<Integer> kept) {
    @Override
    public String toString() {
      return from + ", keeping " + kept;
    }
  }

  static Stream<Drawn> draws() {
    return Stream.of(
            drawn("keep=0", 0),
            drawn("keep=1", 1),
            drawn("keep=5", 5),
            drawn("keep=8", 8),
            drawn("keep=5,again=2", 5, 2),
            drawn("keep=8,again=5", 8, 5),
            drawn("keep=3,again=0", 3, 0),
            drawn("keep=4,twice=true", 4, 4),
            drawn("keep=0,twice=true", 0, 0))
        .flatMap(stream -> stream);
  }

  private static Stream<Drawn> drawn(String options, Integer... kept) {
    PairSource source = rows(options);
    return Stream.of(
        new Drawn("host", source.pairs(Split.REPORT, 1, 500), List.of(kept)),
        new Drawn("graph", graphPairs(source, 2, 250), List.of(kept)));
  }

  private static Pairs graphPairs(PairSource source, long... lead) {
    try (GraphDraws draws = new GraphDraws(source.sampler(Split.REPORT), 1, lead)) {
      return draws.pairs(1, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("draws")
  void xIsMadeOfImagesOfTheSplitAndYOfTheirTopRows(Drawn drawn) {
    Map<List<Float>, Integer> images = labels();
    Pairs pairs = drawn.pairs();
    assertThat(pairs.x().width()).isEqualTo(drawn.kept().size() * SIZE);
    assertThat(pairs.y().width()).isEqualTo(drawn.kept().size() * SIZE);
    for (int i = 0; i < pairs.count(); i++) {
      for (int part = 0; part < drawn.kept().size(); part++) {
        List<Float> x = image(pairs.x(), i, part);
        List<Float> y = image(pairs.y(), i, part);
        int kept = drawn.kept().get(part) * WIDTH;
        boolean top = y.subList(0, kept).equals(x.subList(0, kept));
        boolean black = y.subList(kept, SIZE).stream().allMatch(value -> value == 0);
        if (!images.containsKey(x) || !top || !black) {
          fail("pair %d, image %d: x is %s, y is %s", i, part, x, y);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("draws")
  void bothCopiesAreOneImage(Drawn drawn) {
    Pairs pairs = drawn.pairs();
    boolean copies = drawn.kept().stream().distinct().count() == 2;
    for (int i = 0; copies && i < pairs.count(); i++) {
      assertThat(image(pairs.x(), i, 0)).isEqualTo(image(pairs.x(), i, 1));
    }
    assertThat(distinct(pairs, 0)).as("images drawn of 362 or so").isGreaterThan(200);
  }

  private static long distinct(Pairs pairs, int part) {
    return Stream.iterate(0, i -> i < pairs.count(), i -> i + 1)
        .map(i -> image(pairs.x(), i, part))
        .distinct()
        .count();
  }

  /**
   * Two images of a pair agree in their digit as often as two images that are drawn one by one: Σ
   * p_c², and so do the first of one pair and the second of the next.
   */
  @Test
  void theTwoImagesOfAPairAreIndependent() {
    Map<List<Float>, Integer> labels = labels();
    PairSource source = rows("keep=4,twice=true");
    Map<String, IntFunction<Pairs>> ways = new HashMap<>();
    ways.put("host", n -> source.pairs(Split.REPORT, 1, n));
    ways.put("graph", n -> graphPairs(source, n));
    ways.forEach(
        (way, draw) -> {
          Pairs pairs = draw.apply(20_000);
          Moments within = new Moments();
          Moments across = new Moments();
          Moments same = new Moments();
          for (int i = 0; i + 1 < pairs.count(); i++) {
            List<Float> first = image(pairs.x(), i, 0);
            List<Float> second = image(pairs.x(), i, 1);
            List<Float> next = image(pairs.x(), i + 1, 1);
            within.add(labels.get(first).equals(labels.get(second)) ? 1 : 0);
            across.add(labels.get(first).equals(labels.get(next)) ? 1 : 0);
            same.add(first.equals(second) ? 1 : 0);
          }
          within.assertMean(way + ": one digit within a pair", agreement(labels));
          across.assertMean(way + ": one digit across pairs", agreement(labels));
          same.assertMean(way + ": one image within a pair", 1.0 / labels.size());
        });
  }

  private static double agreement(Map<List<Float>, Integer> labels) {
    double[] share = new double[10];
    labels.values().forEach(label -> share[label] += 1.0 / labels.size());
    return Arrays.stream(share).map(p -> p * p).sum();
  }

  @Test
  void mutualInformationIsKnownWhereNothingIsKept() {
    assertThat(rows("keep=0").trueMi()).hasValue(0);
    assertThat(rows("keep=1").trueMi()).isEmpty();
    assertThat(rows("keep=1").labelled(Split.TRAIN)).isEmpty();
    assertThat(rows("keep=1").pairing()).isEqualTo(Pairing.MATRIX);
  }

  @Test
  void twoImagesLieOneBelowTheOther() {
    assertThat(rows("keep=1").imageShape()).hasValue(new ImageShape(8, 8, 1));
    assertThat(rows("keep=1,twice=true").imageShape()).hasValue(new ImageShape(16, 8, 1));
  }

  /** What comes from outside the image is black in x, and in y what x is. */
  @Test
  void aChangedImageIsChangedBeforeItsRowsAreKept() {
    PairSource source = rows("shift=2,keep=5,again=2");
    try (GraphDraws draws = new GraphDraws(source.sampler(Split.TRAIN), 1, 300)) {
      Pairs pairs = draws.pairs(1, 1);
      for (int i = 0; i < pairs.count(); i++) {
        List<Float> x = image(pairs.x(), i, 0);
        assertThat(image(pairs.x(), i, 1)).isEqualTo(x);
        assertThat(image(pairs.y(), i, 0).subList(0, 40)).isEqualTo(x.subList(0, 40));
        assertThat(image(pairs.y(), i, 1).subList(0, 16)).isEqualTo(x.subList(0, 16));
      }
    }
  }

  /** Image to label in the report split. */
  private static Map<List<Float>, Integer> labels() {
    LabelledRows labelled = PairSources.parse("digits").labelled(Split.REPORT).orElseThrow();
    Map<List<Float>, Integer> labels = new HashMap<>();
    for (int row = 0; row < labelled.labels().length; row++) {
      labels.put(image(labelled.rows(), row, 0), labelled.labels()[row]);
    }
    return labels;
  }

  private static List<Float> image(Rows rows, int row, int part) {
    Float[] pixels = new Float[SIZE];
    Arrays.setAll(pixels, pixel -> rows.at(row, part * SIZE + pixel));
    return List.of(pixels);
  }
}
