package org.steadymi.estimators;

/** Where the marginal pairs of a batch come from. */
public enum Pairing {
  /** All pairs i ≠ j of a batch of K: K(K−1) marginal scores from one K×K matrix. */
  MATRIX,
  /** A second, independent draw of K pairs, aligned with the x of a third. */
  INDEPENDENT
}
