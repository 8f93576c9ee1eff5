package org.steadymi.datasets.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;

/**
 * The rows of a Parquet file, a batch at a time: in memory are the wanted columns of one row group
 * as they are packed, one page of each unpacked, and the batch. A batch ends with its row group.
 */
final class ParquetBatches implements BatchReader {
  private final ParquetTable table;
  private final ParquetFileReader reader;
  private final List<Input> inputs;
  private final List<Kept> kept;
  private PageReadStore pages; // of the open row group; null where none is
  private int group = -1; // that is open
  private long left; // rows of it that are to come
  private long done; // rows of the file
  private List<ColumnReader> inputReaders = List.of();
  private List<ColumnReader> keptReaders = List.of();

  private record Input(ColumnDescriptor column, ParquetType type) {}

  private record Kept(ColumnDescriptor column, ParquetKept values) {}

  /**
   * @param reader of the table, which closes it
   */
  ParquetBatches(
      ParquetTable table, ParquetFileReader reader, List<Wanted> inputs, List<Wanted> kept) {
    this.table = table;
    this.reader = reader;
    this.inputs = inputs.stream().map(this::input).toList();
    this.kept =
        kept.stream()
            .map(
                wanted -> {
                  ColumnDescriptor column = table.descriptor(wanted);
                  return new Kept(column, ParquetKept.of(column, wanted.place()));
                })
            .toList();
    Set<ColumnDescriptor> requested = new HashSet<>();
    this.inputs.forEach(input -> requested.add(input.column()));
    this.kept.forEach(column -> requested.add(column.column()));
    reader.setRequestedSchema(List.copyOf(requested));
  }

  private Input input(Wanted wanted) {
    ColumnDescriptor column = table.descriptor(wanted);
    ParquetType type = ParquetType.of(column, wanted.place());
    if (type.text() || type.truth()) {
      throw wanted.place().noNumbers(type.text() ? Kinds.TEXT : Kinds.TRUTH);
    }
    return new Input(column, type);
  }

  @Override
  public List<KeptType> keptTypes() {
    return kept.stream().map(column -> column.values().type()).toList();
  }

  /** Row groups as a whole are not even read. */
  @Override
  public long skip(long rows) {
    return table.guarded(
        () -> {
          long before = done;
          while (done - before < rows) {
            long wanted = rows - (done - before);
            if (left > 0) {
              pass((int) Math.min(Math.min(left, wanted), Integer.MAX_VALUE));
            } else if (group + 1 == groups()) {
              break;
            } else if (rowsOf(group + 1) <= wanted) {
              group++;
              done += rowsOf(group);
            } else {
              openNext();
            }
          }
          return done - before;
        });
  }

  private void pass(int rows) {
    Stream.concat(inputReaders.stream(), keptReaders.stream())
        .forEach(
            values -> {
              int present = values.getDescriptor().getMaxDefinitionLevel();
              for (int i = 0; i < rows; i++) {
                if (values.getCurrentDefinitionLevel() == present) {
                  values.skip();
                }
                values.consume();
              }
            });
    advance(rows);
  }

  @Override
  public int read(BatchCells batch, int most) {
    return table.guarded(
        () -> {
          while (left == 0) {
            if (group + 1 == groups()) {
              return 0;
            }
            openNext();
          }
          int rows = (int) Math.min(most, left);
          long before = done;
          IntFunction<String> rowText = row -> Place.row(before + row + 1);
          for (int i = 0; i < inputs.size(); i++) {
            numbers(batch, i, rows, rowText);
          }
          for (int i = 0; i < kept.size(); i++) {
            values(batch, i, rows);
          }
          advance(rows);
          return rows;
        });
  }

  private void numbers(BatchCells batch, int input, int rows, IntFunction<String> rowText) {
    ColumnReader values = inputReaders.get(input);
    var number = inputs.get(input).type().number();
    int present = values.getDescriptor().getMaxDefinitionLevel();
    for (int row = 0; row < rows; row++) {
      boolean missing = values.getCurrentDefinitionLevel() < present;
      batch.number(input, row, missing ? Double.NaN : number.applyAsDouble(values), rowText);
      values.consume();
    }
  }

  private void values(BatchCells batch, int column, int rows) {
    ColumnReader values = keptReaders.get(column);
    var value = kept.get(column).values().value();
    int present = values.getDescriptor().getMaxDefinitionLevel();
    for (int row = 0; row < rows; row++) {
      boolean missing = values.getCurrentDefinitionLevel() < present;
      batch.kept(column, row, missing ? null : value.apply(values));
      values.consume();
    }
  }

  private void advance(int rows) {
    left -= rows;
    done += rows;
    if (left == 0) {
      pages.close();
      pages = null;
      inputReaders = List.of();
      keptReaders = List.of();
    }
  }

  private int groups() {
    return reader.getRowGroups().size();
  }

  private long rowsOf(int number) {
    return reader.getRowGroups().get(number).getRowCount();
  }

  /** Opens the next row group; one without rows, which the library refuses, is passed over. */
  private void openNext() throws IOException {
    group++;
    if (rowsOf(group) == 0) {
      return;
    }
    pages = reader.readRowGroup(group);
    left = pages.getRowCount();
    ColumnReadStoreImpl store = table.columns(pages);
    inputReaders = inputs.stream().map(input -> store.getColumnReader(input.column())).toList();
    List<ColumnReader> others = new ArrayList<>();
    kept.forEach(column -> others.add(store.getColumnReader(column.column())));
    keptReaders = others;
  }
}
