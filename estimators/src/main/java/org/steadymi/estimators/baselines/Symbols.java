package org.steadymi.estimators.baselines;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows as symbols, equal where all their numbers are equal.
 *
 * @param codes the symbol of each row, numbered from 0 in the order of appearance
 * @param sizes how many rows have each symbol
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record Symbols(int[] codes, int[] sizes) {
  /** A symbol that stood for the columns so far, with the next column's value. */
  private record Longer(int symbol, double value) {}

  /** The numbers of all columns joined to one symbol. */
  static Symbols of(Points points) {
    Symbols symbols = none(points.count());
    for (int c = 0; c < points.width(); c++) {
      double[] column = new double[points.count()];
      for (int i = 0; i < column.length; i++) {
        column[i] = points.at(i, c) + 0.0; // 0 and negative zero are one number
      }
      symbols = symbols.longer(column);
    }
    return symbols;
  }

  /** The pairs of these symbols and others of the same rows. */
  Symbols with(Symbols others) {
    return longer(Arrays.stream(others.codes).asDoubleStream().toArray());
  }

  /** Number of different symbols. */
  int count() {
    return sizes.length;
  }

  /** How many rows have a symbol that another row has, too. */
  int recurring() {
    return Arrays.stream(sizes).filter(size -> size > 1).sum();
  }

  /** The rows of each symbol, in their order. */
  int[][] rows() {
    int[][] rows = new int[count()][];
    Arrays.setAll(rows, symbol -> new int[sizes[symbol]]);
    int[] filled = new int[count()];
    for (int i = 0; i < codes.length; i++) {
      rows[codes[i]][filled[codes[i]]++] = i;
    }
    return rows;
  }

  /** One symbol for all rows. */
  private static Symbols none(int rows) {
    return new Symbols(new int[rows], new int[] {rows});
  }

  private Symbols longer(double[] values) {
    Map<Longer, Integer> known = new HashMap<>();
    int[] longer = new int[codes.length];
    int[] found = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      int next = known.size();
      longer[i] = known.computeIfAbsent(new Longer(codes[i], values[i]), key -> next);
      found[longer[i]]++;
    }
    return new Symbols(longer, Arrays.copyOf(found, known.size()));
  }
}
