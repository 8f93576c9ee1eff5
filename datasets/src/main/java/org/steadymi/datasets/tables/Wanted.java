package org.steadymi.datasets.tables;

/**
 * A column to read.
 *
 * @param position in the file, from 0
 * @param place its name, for messages
 * @param as what the user says that it holds
 */
record Wanted(int position, Place place, As as) {
  /** What a column holds, in the user's words. */
  enum As {
    FOUND,
    CATEGORIES,
    NUMBERS
  }
}
