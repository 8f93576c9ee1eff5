package org.steadymi.datasets.tables;

/** What to do about rows that miss a value of X or Y, read a batch at a time. */
public enum MissingRows {
  /** The table is refused at the first. */
  REFUSE,
  /** They are left out. */
  DROP,
  /** They stay, and have no result. */
  KEEP
}
