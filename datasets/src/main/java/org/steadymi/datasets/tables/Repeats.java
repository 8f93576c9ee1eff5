package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Values and rows that occur again. */
final class Repeats {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio, odd

  private Repeats() {}

  /** A warning for all columns of numbers together in which at least half of the rows are ties. */
  static List<Finding> ties(Table table) {
    List<String> heavy = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column instanceof Column.Numbers numbers && !column.isConstant()) {
        double[] sorted = numbers.values().clone();
        Arrays.sort(sorted);
        double share = 1 - (double) distinct(sorted) / sorted.length;
        if (share >= TableChecks.HEAVY_TIES) {
          heavy.add("'%s' %.0f %%".formatted(column.name(), 100 * share));
        }
      }
    }
    return heavy.isEmpty()
        ? List.of()
        : List.of(
            Finding.warning(
                "heavy ties: rows that repeat an earlier value of the column: "
                    + Names.list(heavy)
                    + ": rounded or counted values; neighbour estimates depend on how ties are"
                    + " broken"));
  }

  /** Different values of a sorted array; 0 and -0 are one. */
  static int distinct(double... sorted) {
    int distinct = 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  /**
   * A warning if many rows are equal in all columns; none where no column is continuous, as few
   * different rows are natural there. Rows are told apart by 64 bits of hash.
   */
  static Optional<Finding> rows(Table table) {
    if (table.columns().stream().noneMatch(c -> c.kind() == ColumnKind.CONTINUOUS)) {
      return Optional.empty();
    }
    long[] hashes = new long[table.rows()];
    for (Column column : table.columns()) {
      for (int row = 0; row < hashes.length; row++) {
        hashes[row] = mix(hashes[row] * MULTIPLIER + bits(column, row));
      }
    }
    Arrays.sort(hashes);
    int repeated = 0;
    for (int i = 1; i < hashes.length; i++) {
      repeated += hashes[i] == hashes[i - 1] ? 1 : 0;
    }
    double share = (double) repeated / hashes.length;
    return share >= TableChecks.MANY_DUPLICATES
        ? Optional.of(
            Finding.warning(
                "%,d rows (%.1f %%) equal an earlier row: copies on both sides of a split make"
                        .formatted(repeated, 100 * share)
                    + " estimates too high"))
        : Optional.empty();
  }

  private static long bits(Column column, int row) {
    return column instanceof Column.Categories categories
        ? categories.codes()[row]
        : Double.doubleToLongBits(((Column.Numbers) column).values()[row] + 0.0); // -0 is 0
  }

  /** A bijection of 64 bits in which every bit of the input moves about half of the output's. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 32)) * MULTIPLIER;
    mixed = (mixed ^ (mixed >>> 29)) * MULTIPLIER;
    return mixed ^ (mixed >>> 32);
  }
}
