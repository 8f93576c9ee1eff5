package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDrawsTest {
  /** Four images of three classes: 0, 0, 1 and 2. */
  private static final ImageSet FOUR = TinyImages.of(0, 3, 0, 0, 1, 2);

  private static Pairs graph(ImageDraws draws, Split split, long... lead) {
    try (GraphDraws graph = new GraphDraws(new TinyImages.AsPairs(draws.sampler(split)), 1, lead)) {
      return graph.pairs(3, 1);
    }
  }

  private static Pairs compiled(ImageDraws draws, Split split, long... lead) {
    try (CompiledDraw graph =
        new CompiledDraw(new TinyImages.AsPairs(draws.sampler(split)), lead)) {
      return graph.pairs(3, 1);
    }
  }

  /** Host draws of one row at a time, side by side. */
  private static int[] host(ImageDraws draws, int batches, int k) {
    return IntStream.range(0, batches)
        .flatMap(seed -> Arrays.stream(hostBatch(draws, seed, k)))
        .toArray();
  }

  private static int[] hostBatch(ImageDraws draws, int seed, int k) {
    return TinyImages.numbers(draws.rows(Split.TRAIN, seed, k).rows());
  }

  private static boolean hasJointPair(int[] labels) {
    return Arrays.stream(labels).distinct().count() < labels.length;
  }

  /** Batches of k, in a row. */
  private static List<int[]> batches(int[] all, int k) {
    return IntStream.range(0, all.length / k)
        .mapToObj(b -> Arrays.copyOfRange(all, b * k, (b + 1) * k))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void labelsAreTheImagesOwn(boolean joint) {
    ImageDraws draws = TinyImages.draws(FOUR, joint);
    assertThat(draws.classes()).isEqualTo(3);
    LabelledRows host = draws.rows(Split.REPORT, 5, 300);
    assertThat(host.classes()).isEqualTo(3);
    assertThat(host.labels()).containsExactly(labelsOf(TinyImages.numbers(host.rows())));
    Pairs drawn = graph(draws, Split.REPORT, 60, 5);
    assertThat(TinyImages.labels(drawn.y()))
        .containsExactly(labelsOf(TinyImages.numbers(drawn.x())));
  }

  private static int[] labelsOf(int[] numbers) {
    return Arrays.stream(numbers).map(i -> FOUR.labels()[i]).toArray();
  }

  @Test
  void imagesAreDrawnUniformly() {
    ImageDraws draws = TinyImages.draws(FOUR, false);
    assertUniform("host", TinyImages.numbers(draws.rows(Split.TRAIN, 1, 40_000).rows()));
    assertUniform("graph", TinyImages.numbers(graph(draws, Split.TRAIN, 40_000).x()));
  }

  private static void assertUniform(String what, int[] numbers) {
    for (int image = 0; image < FOUR.count(); image++) {
      Moments frequency = new Moments();
      for (int number : numbers) {
        frequency.add(number == image ? 1 : 0);
      }
      frequency.assertMean(what + ": image " + image, 0.25);
    }
  }

  /** Of ten equal classes: a batch without a joint pair has probability 10! / (10 − K)! / 10^K. */
  @ParameterizedTest
  @CsvSource({"3, 4000", "10, 5000", "11, 100"})
  void everyBatchHoldsAJointPair(int k, int count) {
    ImageDraws draws = TinyImages.draws(TinyImages.inTurns(10, 2), true);
    for (int seed = 0; seed < count; seed++) {
      assertThat(hasJointPair(draws.rows(Split.TRAIN, seed, k).labels()))
          .as("host batch %d", seed)
          .isTrue();
    }
    int[] labels = TinyImages.labels(graph(draws, Split.TRAIN, count, k).y());
    assertThat(batches(labels, k)).hasSize(count).allMatch(ImageDrawsTest::hasJointPair);
  }

  /**
   * 0.9 · 0.8 = 0.72 of the batches of three: what the test above would see if nothing was done.
   */
  @Test
  void withoutTheConditionMostSmallBatchesHoldNone() {
    ImageDraws draws = TinyImages.draws(TinyImages.inTurns(10, 2), false);
    Moments none = new Moments();
    batches(TinyImages.labels(graph(draws, Split.TRAIN, 4000, 3).y()), 3)
        .forEach(batch -> none.add(hasJointPair(batch) ? 0 : 1));
    none.assertMean("no joint pair", 0.72);
  }

  /**
   * Given a joint pair, all ordered batches that hold one are equally likely. Pearson's X² over
   * these {@code cells} has mean cells − 1 and variance below 2 (cells − 1).
   */
  @ParameterizedTest
  @CsvSource({"2, 6", "3, 52"})
  void batchesAreDistributedAsThoseWithAJointPairAre(int k, int cells) {
    ImageDraws draws = TinyImages.draws(FOUR, true);
    int count = 10_000;
    assertEquallyLikely("host", host(draws, count, k), k, cells);
    assertEquallyLikely("graph", numbers(graph(draws, Split.TRAIN, count, k)), k, cells);
    assertEquallyLikely("compiled", numbers(compiled(draws, Split.TRAIN, count, k)), k, cells);
  }

  private static int[] numbers(Pairs drawn) {
    return TinyImages.numbers(drawn.x());
  }

  private static void assertEquallyLikely(String what, int[] all, int k, int cells) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int[] batch : batches(all, k)) {
      assertThat(hasJointPair(labelsOf(batch))).isTrue();
      counts.merge(Arrays.stream(batch).boxed().toList(), 1, Integer::sum);
    }
    assertThat(counts).as(what).hasSize(cells);
    double n = all.length / (double) k;
    double chiSquared = -n;
    for (int found : counts.values()) {
      chiSquared += (double) found * found * cells / n;
    }
    assertThat(Math.abs(chiSquared - (cells - 1)))
        .as("%s: X² = %s for %s cells", what, chiSquared, cells)
        .isLessThan(Moments.SIGMAS * Math.sqrt(2.0 * (cells - 1)));
  }

  /** A single image makes no pair; two of 1,000 classes agree once in 1,000 batches. */
  @Test
  void aHopelessBatchIsRefused() {
    assertRefused(FOUR, 1);
    assertRefused(TinyImages.inTurns(10, 2), 1);
    int[] labels = IntStream.range(0, 250).toArray();
    assertRefused(TinyImages.of(0, 250, labels), 2);
    assertThat(TinyImages.draws(FOUR, false).rows(Split.TRAIN, 0, 1).labels()).hasSize(1);
  }

  private static void assertRefused(ImageSet images, int k) {
    ImageDraws draws = TinyImages.draws(images, true);
    String message =
        "contrastive pairs: a batch of %d images of %d classes hardly ever holds two of one class; use a larger batch"
            .formatted(k, images.classes());
    assertThatThrownBy(() -> draws.rows(Split.TRAIN, 0, k))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> graph(draws, Split.TRAIN, k))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> draws.rows(Split.TRAIN, 0, 0))
        .hasMessage("pairs: expected a count of at least 1, found 0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void drawsArePureFunctionsOfSeedAndStepAndDifferBetweenReplicasAndSplits(boolean joint) {
    ImageDraws draws = TinyImages.draws(TinyImages.inTurns(10, 20), joint);
    var sampler = new TinyImages.AsPairs(draws.sampler(Split.TRAIN));
    try (GraphDraws graph = new GraphDraws(sampler, 2, 3, 10)) {
      assertThat(graph.staticShape()).containsExactly(3, 10, 1);
      int[] first = numbers(graph.pairs(7, 2));
      assertThat(numbers(graph.pairs(7, 2))).containsExactly(first);
      assertThat(numbers(graph.pairs(8, 2))).isNotEqualTo(first);
      assertThat(numbers(graph.pairs(7, 3))).isNotEqualTo(first);
      assertThat(numbers(graph.pairs(1, 7, 2))).as("the next draw").isNotEqualTo(first);
      assertThat(batches(first, 10).stream().map(Arrays::toString)).doesNotHaveDuplicates();
    }
    assertThat(numbers(graph(draws, Split.TRAIN, 30)))
        .isNotEqualTo(numbers(graph(draws, Split.REPORT, 30)))
        .isNotEqualTo(numbers(graph(draws, Split.SELECTION, 30)));
    LabelledRows host = draws.rows(Split.TRAIN, 4, 30);
    assertThat(draws.rows(Split.TRAIN, 4, 30).rows().values())
        .containsExactly(host.rows().values());
    assertThat(draws.rows(Split.TRAIN, 5, 30).rows().values()).isNotEqualTo(host.rows().values());
    assertThat(draws.rows(Split.REPORT, 4, 30).rows().values()).isNotEqualTo(host.rows().values());
  }
}
