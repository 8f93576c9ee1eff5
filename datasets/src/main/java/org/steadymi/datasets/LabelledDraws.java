package org.steadymi.datasets;

/**
 * Draws batches of single rows with a class each, for {@link Pairing#LABELS} and {@link
 * Pairing#SAME_LABEL}: rows are independent and uniform over the rows of the split. For {@code
 * SAME_LABEL} a batch without two rows of one class is drawn again, so that every batch holds a
 * joint pair.
 */
public interface LabelledDraws {
  /** Number of classes, C. */
  int classes();

  /**
   * Draws a batch on the host; the same split, seed and count give the same batch.
   *
   * @throws IllegalArgumentException if count is below 1, or so small that a joint pair is hopeless
   */
  LabelledRows rows(Split split, long seed, int count);

  /** Draws batches inside a graph, from the given split. */
  LabelledSampler sampler(Split split);
}
