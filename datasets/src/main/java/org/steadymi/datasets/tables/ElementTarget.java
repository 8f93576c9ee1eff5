package org.steadymi.datasets.tables;

import java.nio.ByteBuffer;

/** Takes the elements of a column of an array, from the first row to the last. */
@FunctionalInterface
interface ElementTarget {
  /** Takes the element at a position. */
  void add(ByteBuffer bytes, int at);
}
