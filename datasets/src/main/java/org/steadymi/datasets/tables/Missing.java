package org.steadymi.datasets.tables;

/** What to do about values that are missing. */
public enum Missing {
  /** A table with a missing value in a chosen column is refused. */
  REFUSE,
  /** Rows with a missing value in a chosen column are left out. */
  DROP,
  /**
   * A missing number becomes the mean of its column, a missing category the most frequent one (of
   * several the first in the order of the levels). Both are of all rows, those included that an
   * estimate holds out.
   */
  MEAN
}
