package org.steadymi.datasets.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.datasets.Rows;

/**
 * Some rows of a table, in its order.
 *
 * @param numbers [n], of the rows in the whole table, from 1
 * @param x [n, columns of X], NaN where a value is missing; empty if no column of X was asked for
 * @param y [n, columns of Y], likewise
 * @param kept [n] for each column handed on, {@code null} where a value is missing
 */
@SuppressWarnings("ArrayRecordComponent") // a block of data: identity, not content, matters
public record RowBatch(
    long[] numbers, Optional<Rows> x, Optional<Rows> y, List<List<Object>> kept) {

  /** Number of rows. */
  public int count() {
    return numbers.length;
  }

  /** The positions in this batch, from 0, of the rows that miss no value of X and Y. */
  public int[] complete() {
    List<Rows> sides = Stream.of(x, y).flatMap(Optional::stream).toList();
    return IntStream.range(0, count())
        .filter(row -> sides.stream().noneMatch(side -> misses(side, row)))
        .toArray();
  }

  private static boolean misses(Rows side, int row) {
    for (int column = 0; column < side.width(); column++) {
      if (Float.isNaN(side.at(row, column))) {
        return true;
      }
    }
    return false;
  }

  /** The rows at these positions, in this order. */
  public RowBatch select(int... positions) {
    return new RowBatch(
        Arrays.stream(positions).mapToLong(position -> numbers[position]).toArray(),
        x.map(rows -> rows.select(positions)),
        y.map(rows -> rows.select(positions)),
        kept.stream()
            .map(values -> Arrays.stream(positions).mapToObj(values::get).toList())
            .toList());
  }
}
