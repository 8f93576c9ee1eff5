package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageSplitsTest {
  /** 30, 20 and 50 images of three classes. */
  private static final ImageSet TRAIN = TinyImages.of(0, 3, labels(30, 20, 50));

  private static final ImageSet TEST = TinyImages.of(100, 3, labels(2, 3, 4));

  private static int[] labels(int... counts) {
    return IntStream.range(0, counts.length)
        .flatMap(c -> IntStream.generate(() -> c).limit(counts[c]))
        .toArray();
  }

  private static ImageSplits official(long seed, int limit) {
    return ImageSplits.ofOfficial(
        TRAIN, TEST, seed, new ImageSplits.Limits(limit, Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  private static int[] numbers(ImageSet images) {
    return TinyImages.numbers(images.allRows());
  }

  private static int[] sorted(ImageSet... parts) {
    return Arrays.stream(parts)
        .flatMapToInt(part -> Arrays.stream(numbers(part)))
        .sorted()
        .toArray();
  }

  private static int[] ofTrain() {
    return IntStream.range(0, TRAIN.count()).toArray();
  }

  private static int[] counts(ImageSet images) {
    int[] counts = new int[images.classes()];
    Arrays.stream(images.labels()).forEach(label -> counts[label]++);
    return counts;
  }

  @Test
  void selectionIsATenthOfEveryClassOfTheOfficialTrainingPart() {
    ImageSplits splits = official(0, Integer.MAX_VALUE);
    assertThat(counts(splits.selection())).containsExactly(3, 2, 5);
    assertThat(counts(splits.train())).containsExactly(27, 18, 45);
    assertThat(numbers(splits.report())).containsExactly(numbers(TEST));
    assertThat(sorted(splits.train(), splits.selection())).containsExactly(ofTrain());
    for (Split split : Split.values()) {
      ImageSet images = splits.of(split);
      ImageSet whole = split == Split.REPORT ? TEST : TRAIN;
      int first = split == Split.REPORT ? 100 : 0;
      int[] own = Arrays.stream(numbers(images)).map(i -> whole.labels()[i - first]).toArray();
      assertThat(images.labels()).as("labels of %s", split).containsExactly(own);
    }
  }

  @Test
  void aSmallerTrainSplitKeepsSharesAndSelection() {
    int[] selection = numbers(official(0, Integer.MAX_VALUE).selection());
    ImageSplits splits = official(0, 40);
    assertThat(counts(splits.train())).containsExactly(12, 8, 20);
    assertThat(numbers(splits.selection())).containsExactly(selection);
    assertThat(numbers(splits.report())).containsExactly(numbers(TEST));
    assertThat(numbers(splits.train())).doesNotContain(selection);
    assertThat(numbers(splits.train()))
        .as("fewer are some of more")
        .contains(numbers(official(0, 20).train()));
    assertThat(counts(official(0, 95).train()))
        .as("no more than selection leaves")
        .containsExactly(27, 18, 45);
  }

  @Test
  void smallerSelectionAndReportSplitsKeepSharesAndTheOtherSplits() {
    ImageSplits all = official(0, 40);
    ImageSplits few = ImageSplits.ofOfficial(TRAIN, TRAIN, 0, new ImageSplits.Limits(40, 4, 10));
    assertThat(numbers(few.train())).containsExactly(numbers(all.train()));
    assertThat(counts(few.selection())).containsExactly(1, 1, 2);
    assertThat(numbers(all.selection())).contains(numbers(few.selection()));
    assertThat(counts(few.report())).containsExactly(3, 2, 5);
  }

  @Test
  void theSeedDecides() {
    int[] selection = numbers(official(0, 50).selection());
    int[] train = numbers(official(0, 50).train());
    assertThat(numbers(official(0, 50).selection())).containsExactly(selection);
    assertThat(numbers(official(0, 50).train())).containsExactly(train);
    assertThat(numbers(official(1, 50).selection())).isNotEqualTo(selection);
    assertThat(numbers(official(1, 50).train())).isNotEqualTo(train);
  }

  @Test
  void aSetWithoutOfficialPartsIsCutSixtyTwentyTwenty() {
    ImageSplits splits = ImageSplits.ofOne(TRAIN, 3);
    assertThat(counts(splits.train())).containsExactly(18, 12, 30);
    assertThat(counts(splits.selection())).containsExactly(6, 4, 10);
    assertThat(counts(splits.report())).containsExactly(6, 4, 10);
    assertThat(sorted(splits.train(), splits.selection(), splits.report()))
        .containsExactly(ofTrain());
    assertThat(splits.frequencies()).containsExactly(new double[] {0.3, 0.2, 0.5}, within(1e-12));
  }

  /** Shares are rounded, half up, for each class; what no share asks for is in no part. */
  @Test
  void aCutKeepsTheOrderAndLeavesTheRestOut() {
    ImageSet images = TinyImages.of(0, 3, 0, 1, 0, 1, 0, 1, 0, 1, 0, 2);
    int[][] parts = StratifiedCut.of(images, 9, 0.5, 0.25);
    assertThat(counts(images.select(parts[0]))).containsExactly(3, 2, 1);
    assertThat(counts(images.select(parts[1]))).containsExactly(1, 1, 0);
    assertThat(parts[0]).isSorted().doesNotContain(parts[1]);
    assertThat(parts[1]).isSorted();
    assertThat(StratifiedCut.of(images, 9, 1, 1)[1]).as("nothing is left").isEmpty();
  }
}
