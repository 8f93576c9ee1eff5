package org.steadymi.estimators.sample;

import java.util.List;
import java.util.stream.IntStream;
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

  /** One symbol for each observation. */
  public static Variable discrete(int... symbols) {
    return of(List.of(new Column.Categories("symbols", symbols, levels(symbols), "symbols")));
  }

  /** Columns of a table; discrete if all of them are categories. */
  public static Variable of(List<Column> columns) {
    TableMatrix matrix = TableMatrix.of(columns);
    boolean discrete = columns.stream().allMatch(c -> c.kind() == ColumnKind.CATEGORICAL);
    return new Variable(new Points(matrix.values(), matrix.width()), discrete);
  }

  private static List<String> levels(int... symbols) {
    int most = 0;
    for (int symbol : symbols) {
      most = Math.max(most, symbol);
    }
    return IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
  }
}
