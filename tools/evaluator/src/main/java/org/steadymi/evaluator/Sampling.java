package org.steadymi.evaluator;

import org.steadymi.datasets.Split;

/**
 * Which pairs the scores are of.
 *
 * @param split where pairs are drawn from
 * @param pairs how many pairs, or rows with a class, at most; what does not fill a batch is left
 *     out
 * @param batch K, the pairs that make one K×K score matrix, or the rows with a class that are
 *     scored together, in [2, 8192]
 * @param seed of the draws
 */
public record Sampling(Split split, int pairs, int batch, long seed) {
  /** Pairs in a score matrix unless something else is said. */
  static final int DEFAULT_BATCH = 64;

  /** 10,240 pairs of the report split in batches of 64, seed 0. */
  public static final Sampling DEFAULT = new Sampling(Split.REPORT, 10_240, DEFAULT_BATCH, 0);

  private static final int MIN_BATCH = 2;
  private static final int MAX_BATCH = 8192;

  /** Odd and close to 2⁶⁴/φ: the seeds of successive batches lie far apart. */
  private static final long BATCH_STRIDE = 0x9E3779B97F4A7C15L;

  /** Checks the numbers. */
  public Sampling {
    if (!allows(batch)) {
      throw new IllegalArgumentException(
          "batch: expected between %d and %d pairs, found %d"
              .formatted(MIN_BATCH, MAX_BATCH, batch));
    }
    if (pairs < batch) {
      throw new IllegalArgumentException(
          "pairs: expected at least one batch of %d, found %d".formatted(batch, pairs));
    }
  }

  static boolean allows(int batch) {
    return batch >= MIN_BATCH && batch <= MAX_BATCH;
  }

  /** Number of whole batches. */
  public int batches() {
    return pairs / batch;
  }

  /** Number of pairs in whole batches. */
  public int pairsUsed() {
    return batches() * batch;
  }

  /** The seed of one batch: batches are a pure function of (seed, index). */
  long seedOf(int index) {
    return seed + (index + 1) * BATCH_STRIDE;
  }
}
