package org.steadymi.datasets.tables;

import java.util.List;

/** Columns that were read whole, a batch at a time. */
final class WholeBatches implements BatchReader {
  private final List<Column.Numbers> inputs;
  private final List<KeptElements> kept;
  private final int rows;
  private int done;

  private WholeBatches(List<Column.Numbers> inputs, List<KeptElements> kept, int rows) {
    this.inputs = inputs;
    this.kept = kept;
    this.rows = rows;
  }

  /**
   * @param inputs what was asked for as numbers
   * @param columns those, which hold numbers
   * @param kept the columns that are handed on
   * @throws TableException with one line, if the columns are of unequal length
   */
  static WholeBatches of(List<Wanted> inputs, List<Column> columns, List<KeptElements> kept) {
    Column first = columns.get(0);
    for (int i = 0; i < columns.size(); i++) {
      requireRows(first, inputs.get(i).place(), columns.get(i).rows());
    }
    kept.forEach(column -> requireRows(first, column.place(), column.size()));
    List<Column.Numbers> numbers = columns.stream().map(Column.Numbers.class::cast).toList();
    return new WholeBatches(numbers, kept, first.rows());
  }

  private static void requireRows(Column first, Place place, int rows) {
    if (rows != first.rows()) {
      throw place.column(
          "has %,d rows, expected %,d as '%s' has".formatted(rows, first.rows(), first.name()));
    }
  }

  @Override
  public List<KeptType> keptTypes() {
    return kept.stream().map(KeptElements::type).toList();
  }

  @Override
  public long skip(long count) {
    int skipped = (int) Math.min(count, rows - done);
    done += skipped;
    return skipped;
  }

  @Override
  public int read(BatchCells batch, int most) {
    int count = Math.min(most, rows - done);
    int first = done;
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < inputs.size(); i++) {
        batch.number(i, row, inputs.get(i).values()[first + row], at -> Place.row(first + at + 1L));
      }
      for (int i = 0; i < kept.size(); i++) {
        batch.kept(i, row, kept.get(i).value(first + row));
      }
    }
    done += count;
    return count;
  }
}
