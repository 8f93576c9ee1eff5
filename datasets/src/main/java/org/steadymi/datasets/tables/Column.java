package org.steadymi.datasets.tables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A column of a table: its name, its kind, its values, and how the kind was decided. */
public sealed interface Column {
  /** The code of a missing category; a missing number is NaN. */
  int MISSING = -1;

  /** The name in the file, or {@code c0}, {@code c1}, … by position where the file has none. */
  String name();

  /** How its values count. */
  ColumnKind kind();

  /** How the kind was decided, in words that follow the name, for example {@code "text"}. */
  String how();

  /** Number of values. */
  int rows();

  /** Number of missing values; 0 in a {@link Table}. */
  int missing();

  /** Whether the value of a row is missing. */
  boolean isMissing(int row);

  /** A copy with the values of these rows, in this order; the kind stays. */
  Column select(int... rows);

  /** Whether all values are equal. */
  boolean isConstant();

  /** A column of finite numbers: {@code INTEGER} if all are whole, otherwise {@code CONTINUOUS}. */
  static Numbers numbers(String name, double... values) {
    boolean whole = Numbers.whole(values);
    return new Numbers(
        name,
        whole ? ColumnKind.INTEGER : ColumnKind.CONTINUOUS,
        values,
        whole ? "whole numbers" : "numbers");
  }

  /**
   * Numbers.
   *
   * @param kind {@code CONTINUOUS} or {@code INTEGER}
   * @param values [rows]; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // a block of data: identity, not content, matters
  record Numbers(String name, ColumnKind kind, double[] values, String how) implements Column {
    /** Up to here every whole number is a double. */
    static final double EXACT = 1L << 53;

    /** Checks the kind. */
    public Numbers {
      if (kind == ColumnKind.CATEGORICAL) {
        throw new IllegalArgumentException("column '" + name + "': numbers have no levels");
      }
    }

    /** Whether every value that is there is whole and exact. */
    static boolean whole(double... values) {
      for (double value : values) {
        boolean missing = Double.isNaN(value);
        if (!missing && (value != Math.rint(value) || Math.abs(value) > EXACT)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public int missing() {
      int missing = 0;
      for (double value : values) {
        missing += Double.isNaN(value) ? 1 : 0;
      }
      return missing;
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public Numbers select(int... rows) {
      double[] selected = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        selected[i] = values[rows[i]];
      }
      return new Numbers(name, kind, selected, how);
    }

    @Override
    public boolean isConstant() {
      for (double value : values) {
        if (value != values[0]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Categories.
   *
   * @param codes [rows], each a position in {@code levels}; not copied
   * @param levels the different values in a fixed order: by number where all are numbers, otherwise
   *     by their characters
   */
  @SuppressWarnings("ArrayRecordComponent") // a block of data: identity, not content, matters
  record Categories(String name, int[] codes, List<String> levels, String how) implements Column {
    /** Checks the codes. */
    public Categories {
      levels = List.copyOf(levels);
      for (int code : codes) {
        if (code < MISSING || code >= levels.size()) {
          throw new IllegalArgumentException(
              "column '%s': expected codes in [0, %d), found %d"
                  .formatted(name, levels.size(), code));
        }
      }
    }

    @Override
    public ColumnKind kind() {
      return ColumnKind.CATEGORICAL;
    }

    @Override
    public int rows() {
      return codes.length;
    }

    @Override
    public int missing() {
      return (int) Arrays.stream(codes).filter(code -> code == MISSING).count();
    }

    @Override
    public boolean isMissing(int row) {
      return codes[row] == MISSING;
    }

    /** Levels that no selected row has are gone. */
    @Override
    public Categories select(int... rows) {
      int[] selected = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        selected[i] = codes[rows[i]];
      }
      return new Categories(name, selected, levels, how).compact();
    }

    /** Rows of each level. */
    public int[] counts() {
      int[] counts = new int[levels.size()];
      for (int code : codes) {
        if (code != MISSING) {
          counts[code]++;
        }
      }
      return counts;
    }

    private Categories compact() {
      int[] counts = counts();
      int[] renumbered = new int[counts.length];
      int used = 0;
      for (int level = 0; level < counts.length; level++) {
        renumbered[level] = counts[level] == 0 ? MISSING : used++;
      }
      if (used == counts.length) {
        return this;
      }
      int[] compact = Arrays.stream(codes).map(c -> c == MISSING ? c : renumbered[c]).toArray();
      List<String> kept =
          IntStream.range(0, counts.length)
              .filter(level -> counts[level] > 0)
              .mapToObj(levels::get)
              .toList();
      return new Categories(name, compact, kept, how);
    }

    @Override
    public boolean isConstant() {
      return Arrays.stream(codes).allMatch(code -> code == codes[0]);
    }
  }
}
