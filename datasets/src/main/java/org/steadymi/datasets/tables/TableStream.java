package org.steadymi.datasets.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of a table in their order, a batch at a time, so that the whole is never in memory. A
 * table is a file or a folder of files {@code part-*} in the order of their names, of which some
 * may hold no rows. Text goes by row and Parquet by row group, of which the wanted columns are in
 * memory as they are packed; NPY and NPZ files are read whole. Whoever opens a stream closes it.
 *
 * <pre>{@code
 * try (TableStream rows = TableStream.open(Path.of("table.parquet"), columns, CsvOptions.automatic())) {
 *   for (var batch = rows.next(4096); batch.isPresent(); batch = rows.next(4096)) {
 *     use(batch.get());
 *   }
 * }
 * }</pre>
 */
public final class TableStream implements AutoCloseable {
  private static final String X = "--x";
  private static final String Y = "--y";
  private static final String KEEP = "--keep";

  private final Path table;
  private final TableParts parts;
  private final StreamColumns columns;
  private final Path first; // of the files
  private Part part; // that is open
  private long rows;

  /** An open file and how the stream reads it. */
  private record Part(
      TableFile file, BatchReader reader, List<Wanted> x, List<Wanted> y, List<Wanted> kept) {
    List<Wanted> inputs() {
      return Stream.concat(x.stream(), y.stream()).toList();
    }

    List<KeptColumn> keptColumns() {
      List<KeptType> types = reader.keptTypes();
      return IntStream.range(0, kept.size())
          .mapToObj(i -> new KeptColumn(kept.get(i).place().column(), types.get(i)))
          .toList();
    }
  }

  private TableStream(Path table, TableParts parts, StreamColumns columns) throws IOException {
    this.table = table;
    this.parts = parts;
    this.columns = columns;
    this.part = part(parts.first());
    this.first = parts.current();
  }

  /**
   * The names of the columns of a table: of a folder, those of its first file that has any.
   *
   * @throws TableException as {@link Tables#columns}, or if a folder holds no files of a table
   */
  public static List<String> columns(Path table, CsvOptions csv) {
    TableParts parts = new TableParts(table, csv);
    try (TableFile file = parts.first()) {
      return file.names().all();
    } catch (IOException failed) {
      throw Tables.failure(parts.current(), failed);
    }
  }

  /**
   * Opens a table.
   *
   * @param columns which columns, at least one of X or Y
   * @param csv how text tables are written
   * @throws TableException with one line, if it is no table or damaged, a column is not there,
   *     chosen twice, or, of X or Y, no column of numbers
   */
  public static TableStream open(Path table, StreamColumns columns, CsvOptions csv) {
    TableParts parts = new TableParts(table, csv);
    try {
      return new TableStream(table, parts, columns);
    } catch (IOException failed) {
      throw Tables.failure(parts.current(), failed);
    }
  }

  /** A file and how it is read; if it cannot be read so, it is closed. */
  private Part part(TableFile file) throws IOException {
    try {
      ColumnNames names = file.names();
      List<Wanted> x = wanted(names, X, columns.x());
      List<Wanted> y = wanted(names, Y, columns.y());
      List<Wanted> kept = wanted(names, KEEP, columns.kept());
      requireApart(Map.of(X, x, Y, y, KEEP, kept));
      List<Wanted> inputs = Stream.concat(x.stream(), y.stream()).toList();
      return new Part(file, file.batches(inputs, kept), x, y, kept);
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static List<Wanted> wanted(ColumnNames names, String option, Optional<String> list) {
    return list.stream()
        .flatMapToInt(columns -> Arrays.stream(names.choose(option, columns)))
        .mapToObj(position -> new Wanted(position, names.place(position), Wanted.As.FOUND))
        .toList();
  }

  private static void requireApart(Map<String, List<Wanted>> lists) {
    Map<Integer, String> chosen = new HashMap<>();
    for (String option : List.of(X, Y, KEEP)) {
      for (Wanted column : lists.get(option)) {
        String before = chosen.put(column.position(), option);
        if (before != null) {
          throw column.place().column("is in %s and %s".formatted(before, option));
        }
      }
    }
  }

  /** The names of the columns of X. */
  public List<String> x() {
    return names(part.x());
  }

  /** The names of the columns of Y. */
  public List<String> y() {
    return names(part.y());
  }

  private static List<String> names(List<Wanted> columns) {
    return columns.stream().map(column -> column.place().column()).toList();
  }

  /** Whether it is of Parquet, of which {@link #skip} passes row groups over unread. */
  public boolean isParquet() {
    return part.file() instanceof ParquetTable;
  }

  /** The columns that are handed on. */
  public List<KeptColumn> kept() {
    return part.keptColumns();
  }

  /** How a file was read where it does not say so itself, a line each. */
  public List<String> notes() {
    return part.file().notes();
  }

  /**
   * The next rows.
   *
   * @param most rows to read, at least 1
   * @return at least one row and at most that many, fewer also where a file or a row group ends;
   *     empty at the end
   * @throws TableException with one line, if the file is damaged, a value of X or Y is no number,
   *     infinite or, where the stream refuses it, missing, or a file of a folder has other columns
   *     than the first
   */
  public Optional<RowBatch> next(int most) {
    return reading(
        () -> {
          do {
            List<Wanted> inputs = part.inputs();
            BatchCells cells =
                new BatchCells(
                    inputs, part.x().size(), part.kept().size(), columns.missing(), most);
            int read = part.reader().read(cells, most);
            if (read > 0) {
              rows += read;
              return Optional.of(cells.batch(rows - read + 1, read));
            }
          } while (openNext());
          if (rows == 0) {
            throw new TableException(table + ": " + part.file().noRows());
          }
          return Optional.empty();
        });
  }

  /**
   * Passes rows over, which are read no more than they have to be.
   *
   * @return how many, fewer than asked for only at the end
   * @throws TableException as {@link #next}, but for the values
   */
  public long skip(long count) {
    return reading(
        () -> {
          long skipped = 0;
          do {
            skipped += part.reader().skip(count - skipped);
          } while (skipped < count && openNext());
          rows += skipped;
          return skipped;
        });
  }

  /**
   * Passes all rows over, which are read no more than they have to be.
   *
   * @return the number of rows of each file
   * @throws TableException as {@link #skip}
   */
  public List<Long> skipAll() {
    return reading(
        () -> {
          Long[] found = new Long[parts.count()];
          Arrays.fill(found, 0L);
          do {
            found[parts.position()] = part.reader().skip(Long.MAX_VALUE);
            rows += found[parts.position()];
          } while (openNext());
          return List.of(found);
        });
  }

  /**
   * Passes rows over as {@link #skip}, of a stream of which none was read yet, and does not open
   * files that end before.
   *
   * @param rowsOfFiles as {@link #skipAll} finds them
   */
  public long skip(long count, List<Long> rowsOfFiles) {
    int last = rowsOfFiles.size() - 1;
    while (last > 0 && rowsOfFiles.get(last) == 0) { // it may hold no text, and be none to open
      last--;
    }
    int file = 0;
    long before = 0;
    while (file < last && before + rowsOfFiles.get(file) <= count) {
      before += rowsOfFiles.get(file++);
    }
    if (file > parts.position()) {
      parts.goTo(file);
      reading(this::openNext);
      rows = before;
    }
    return rows + skip(count - rows);
  }

  private boolean openNext() throws IOException {
    Optional<TableFile> file = parts.next();
    if (file.isEmpty()) {
      return false;
    }
    Part last = part;
    part = part(file.get());
    last.file().close();
    requireSame(names(last.x()), names(part.x()));
    requireSame(names(last.y()), names(part.y()));
    requireSame(typed(last.keptColumns()), typed(part.keptColumns()));
    return true;
  }

  private static List<String> typed(List<KeptColumn> columns) {
    return columns.stream()
        .map(column -> column.name() + " " + column.type().name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private void requireSame(List<String> expected, List<String> found) {
    if (!found.equals(expected)) {
      throw new TableException(
          "%s: its columns are %s, expected %s as in %s"
              .formatted(parts.current(), Names.list(found), Names.list(expected), first));
    }
  }

  private interface Reading<T> {
    T take() throws IOException;
  }

  private <T> T reading(Reading<T> step) {
    try {
      return step.take();
    } catch (IOException failed) {
      throw Tables.failure(parts.current(), failed);
    }
  }

  @Override
  public void close() {
    reading(
        () -> {
          part.file().close();
          return null;
        });
  }
}
