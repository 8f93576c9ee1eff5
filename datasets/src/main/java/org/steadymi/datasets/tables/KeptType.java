package org.steadymi.datasets.tables;

/** What a column holds that is handed on as it is. */
public enum KeptType {
  /** Whole numbers, as {@link Long}. */
  WHOLE,
  /** Numbers, as {@link Double}. */
  NUMBER,
  /** Numbers in single precision, as {@link Float}. */
  FLOAT,
  /** Truth values, as {@link Boolean}. */
  TRUTH,
  /** Text, as {@link String}; what a text table holds is text as it is written there. */
  TEXT
}
