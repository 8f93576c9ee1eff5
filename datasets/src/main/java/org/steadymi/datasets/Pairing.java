package org.steadymi.datasets;

/** Where the joint and the marginal pairs of a batch come from. */
public enum Pairing {
  /** K aligned pairs: joint are the pairs i = i, marginal all K(K−1) pairs i ≠ j. */
  MATRIX,

  /** K aligned pairs, and as marginal pairs the x of a second draw with the y of a third. */
  INDEPENDENT,

  /**
   * K rows x_i with a class each, y a class: joint are each row with its own class, marginal each
   * row with every class, K · C pairs. The mean over the classes is the exact mean over a uniform
   * y. The supervised benchmark of Choi &amp; Lee 2022, arXiv:2011.07932.
   */
  LABELS,

  /**
   * K rows with a class each, paired among themselves: joint are the pairs i ≠ j of one class,
   * marginal all K(K−1) pairs i ≠ j. The contrastive benchmark of Choi &amp; Lee 2022,
   * arXiv:2011.07932.
   */
  SAME_LABEL
}
