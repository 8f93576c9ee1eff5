package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Three disjoint parts of a sample's rows, by index: critics are fitted on the first, chosen on the
 * second and read on the third. Over all folds of a sample, every row is held out once. Of very
 * many rows only some are in the first two parts, which bounds time and memory.
 *
 * @param training rows that critics are fitted on
 * @param selection rows that they are chosen on
 * @param heldOut rows that the chosen one is read on
 */
@SuppressWarnings("ArrayRecordComponent") // indices to read, never compared
record Fold(int[] training, int[] selection, int[] heldOut) {
  /** The share of the rows that are not held out which choose. */
  private static final double SELECTION = 0.15;

  /** Rows that choose, at most: more tell critics apart no better. */
  private static final int MOST_SELECTION = 20_000;

  /** Rows that critics are fitted on, at most: about as many as a network's batches show. */
  private static final int MOST_TRAINING = 200_000;

  /**
   * Random folds of almost equal size.
   *
   * @param rows in the sample
   * @param count of folds, at least 2
   */
  static List<Fold> of(int rows, int count, long seed) {
    int[] order = Shuffle.of(rows, new SplittableRandom(seed));
    List<Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      int from = (int) ((long) rows * fold / count);
      int to = (int) ((long) rows * (fold + 1) / count);
      int[] others =
          IntStream.concat(IntStream.range(to, rows), IntStream.range(0, from))
              .map(i -> order[i])
              .toArray();
      int share = Math.max(2, (int) Math.round(SELECTION * others.length));
      int choosing = Math.min(MOST_SELECTION, share);
      int end = Math.min(others.length, choosing + MOST_TRAINING);
      folds.add(
          new Fold(
              Arrays.copyOfRange(others, choosing, end),
              Arrays.copyOf(others, choosing),
              Arrays.copyOfRange(order, from, to)));
    }
    return folds;
  }
}
