package org.steadymi.datasets.tables;

/** Takes the cells of a column of text, from the first row to the last. */
@FunctionalInterface
interface CellTarget {
  /** Takes the next cell, stripped. */
  void add(String cell);
}
