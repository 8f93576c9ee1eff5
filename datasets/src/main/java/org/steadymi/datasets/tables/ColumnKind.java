package org.steadymi.datasets.tables;

/** How the values of a column count. */
public enum ColumnKind {
  /** Numbers, not all of them whole, or of which the user says that they are continuous. */
  CONTINUOUS,
  /** Whole numbers of at most 2^53 in magnitude that count as numbers. */
  INTEGER,
  /** One of finitely many levels without an order. */
  CATEGORICAL
}
