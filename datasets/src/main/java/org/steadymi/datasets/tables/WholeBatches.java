package org.steadymi.datasets.tables;

import java.util.List;

/** Columns that were read whole, a batch at a time. */
final class WholeBatches implements BatchReader {
  private final List<Column.Numbers> inputs;
  private final List<Column> kept;
  private final int rows;
  private int done;

  private WholeBatches(List<Column.Numbers> inputs, List<Column> kept, int rows) {
    this.inputs = inputs;
    this.kept = kept;
    this.rows = rows;
  }

  /**
   * @param inputs what was asked for as numbers
   * @param columns those, then the others
   * @throws TableException with one line, if an input holds no numbers, or the columns are of
   *     unequal length
   */
  static WholeBatches of(List<Wanted> inputs, List<Column> columns) {
    int rows = columns.get(0).rows();
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new Place(inputs.get(0).place().file(), column.name())
            .column(
                "has %,d rows, expected %,d as '%s' has"
                    .formatted(column.rows(), rows, columns.get(0).name()));
      }
    }
    List<Column.Numbers> numbers =
        inputs.stream().map(input -> numbers(input, columns.get(inputs.indexOf(input)))).toList();
    return new WholeBatches(numbers, columns.subList(inputs.size(), columns.size()), rows);
  }

  private static Column.Numbers numbers(Wanted input, Column column) {
    if (column instanceof Column.Numbers numbers) {
      return numbers;
    }
    throw input.place().noNumbers(column.how());
  }

  @Override
  public List<KeptType> keptTypes() {
    return kept.stream().map(WholeBatches::type).toList();
  }

  private static KeptType type(Column column) {
    return switch (column.kind()) {
      case INTEGER -> KeptType.WHOLE;
      case CONTINUOUS -> KeptType.NUMBER;
      case CATEGORICAL -> KeptType.TEXT;
    };
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
        batch.kept(i, row, value(kept.get(i), first + row));
      }
    }
    done += count;
    return count;
  }

  private static Object value(Column column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    if (column instanceof Column.Categories categories) {
      return categories.levels().get(categories.codes()[row]);
    }
    double value = ((Column.Numbers) column).values()[row];
    return column.kind() == ColumnKind.INTEGER ? (Object) (long) value : (Object) value;
  }
}
