package org.steadymi.datasets.tables;

/** Whether the first row of a text table names its columns. */
public enum Header {
  /** It does if none of its cells is a number and at least one is neither empty nor missing. */
  AUTO,
  /** It does. */
  YES,
  /** It holds values; columns are called {@code c0}, {@code c1}, … */
  NO
}
