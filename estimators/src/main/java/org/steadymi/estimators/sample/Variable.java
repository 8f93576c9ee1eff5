package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.List;
import org.steadymi.datasets.tables.Column;
import org.steadymi.datasets.tables.ColumnKind;
import org.steadymi.datasets.tables.TableMatrix;
import org.steadymi.estimators.baselines.Points;

/**
 * One of the two variables of a sample.
 *
 * @param values a row of numbers for each observation; categories one-hot
 * @param discrete whether a row as a whole is one of finitely many symbols
 */
public record Variable(Points values, boolean discrete) {
  /** A continuous variable. */
  public static Variable continuous(double[]... rows) {
    return new Variable(Points.of(rows), false);
  }

  /**
   * One symbol for each observation; any numbers, of which equal ones are the same symbol.
   *
   * @throws IllegalArgumentException with one line, if there are none
   */
  public static Variable discrete(int... symbols) {
    if (symbols.length == 0) {
      throw new IllegalArgumentException("symbols: expected at least one row, found none");
    }
    int[] distinct = Arrays.stream(symbols).sorted().distinct().toArray();
    int[] codes =
        Arrays.stream(symbols).map(symbol -> Arrays.binarySearch(distinct, symbol)).toArray();
    List<String> levels = Arrays.stream(distinct).mapToObj(Integer::toString).toList();
    return of(List.of(new Column.Categories("symbols", codes, levels, "symbols")));
  }

  /** Columns of a table; discrete if all of them are categories. */
  public static Variable of(List<Column> columns) {
    TableMatrix matrix = TableMatrix.of(columns);
    boolean discrete = columns.stream().allMatch(c -> c.kind() == ColumnKind.CATEGORICAL);
    return new Variable(new Points(matrix.values(), matrix.width()), discrete);
  }
}
