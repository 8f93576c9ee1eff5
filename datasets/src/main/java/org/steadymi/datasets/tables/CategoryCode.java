package org.steadymi.datasets.tables;

/** How a category becomes numbers. */
public enum CategoryCode {
  /** A number per level: 1 for the level of the row, 0 for the others. */
  ONE_HOT,
  /** One number: the position of the level. */
  CODES
}
