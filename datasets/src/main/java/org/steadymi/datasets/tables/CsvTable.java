package org.steadymi.datasets.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A table of delimited text, read row by row. */
final class CsvTable implements TableFile {
  private static final int SAMPLE = 1 << 14;
  private static final int LONGEST_CELL = 1 << 20;

  private final String file;
  private final CsvOptions options;
  private final char delimiter;
  private final CsvRecords records = new CsvRecords();
  private final CsvReader<CsvRecords> reader;
  private final CloseableIterator<CsvRecords> rows;
  private final boolean blank;
  private final int width;
  private final boolean header;
  private CellTarget[] targets = {};
  private long row; // from 1 below the header; 0 before the first

  /**
   * Reads the first row.
   *
   * @param text closed with this table, or here if the table cannot be opened
   */
  CsvTable(String file, BufferedReader text, CsvOptions options) throws IOException {
    this.file = file;
    this.options = options;
    String sample = sample(text);
    this.delimiter =
        options.delimiter().orElseGet(() -> Delimiters.find(sample, options.decimalComma()));
    this.reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(
                FieldMismatchStrategy.IGNORE) // counted here, where the row has a number
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .build(records, text);
    this.rows = reader.iterator();
    this.blank = !next();
    this.width = blank ? 0 : records.cells();
    this.header = !blank && hasHeader();
  }

  private static String sample(BufferedReader text) throws IOException {
    text.mark(SAMPLE);
    char[] sample = new char[SAMPLE];
    int length = 0;
    int read = 0;
    while (read >= 0 && length < SAMPLE) {
      read = text.read(sample, length, SAMPLE - length);
      length += Math.max(read, 0);
    }
    text.reset();
    String whole = new String(sample, 0, length);
    int end = length < SAMPLE ? length : Math.max(whole.lastIndexOf('\n'), 0);
    return end == 0 ? whole : whole.substring(0, end);
  }

  private boolean hasHeader() {
    return switch (options.header()) {
      case YES -> true;
      case NO -> false;
      case AUTO ->
          records.first().stream().noneMatch(cell -> NumberText.isNumber(cell, point()))
              && !records.first().stream().allMatch(NumberText::isMissing);
    };
  }

  char point() {
    return options.decimalComma() ? ',' : '.';
  }

  @Override
  public boolean isBlank() {
    return blank;
  }

  @Override
  public ColumnNames names() {
    requireRows(!blank);
    return header ? ColumnNames.named(file, records.first()) : ColumnNames.numbered(file, width);
  }

  @Override
  public String noRows() {
    return header ? "holds no rows below its header" : "holds no rows";
  }

  private void requireRows(boolean found) {
    if (!found) {
      throw new TableException(file + ": " + noRows());
    }
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (options.header() == Header.AUTO) {
      notes.add(
          header
              ? "the first row names the columns: it holds no number"
              : "no header: the first row holds values; columns are c0, c1, …");
    }
    if (options.delimiter().isEmpty() && width > 1) {
      notes.add("cells are separated by " + (delimiter == '\t' ? "tabs" : "'" + delimiter + "'"));
    }
    return notes;
  }

  @Override
  public List<Column> read(List<Wanted> wanted) throws IOException {
    List<CellColumn> columns =
        wanted.stream().map(column -> new CellColumn(column, point(), this::row)).toList();
    route(wanted, columns);
    while (nextRow()) {
      // its cells are in the columns
    }
    requireRows(row > 0);
    return columns.stream().map(CellColumn::build).toList();
  }

  @Override
  public BatchReader batches(List<Wanted> inputs, List<Wanted> kept) {
    return new CsvBatches(this, inputs, kept);
  }

  /** Sends the cells of columns in the rows to come to targets, those of no other. */
  void route(List<Wanted> wanted, List<? extends CellTarget> to) {
    targets = new CellTarget[width];
    for (int i = 0; i < wanted.size(); i++) {
      targets[wanted.get(i).position()] = to.get(i);
    }
    records.route(targets);
  }

  /**
   * Goes to the next row of values, the cells of which are sent on.
   *
   * @return whether there is one
   */
  boolean nextRow() throws IOException {
    if (!header && row == 0) {
      for (int i = 0; i < width; i++) {
        if (targets[i] != null) {
          targets[i].add(records.first().get(i));
        }
      }
      row++;
      return true;
    }
    row++; // what its cells' targets may want to name
    if (!next()) {
      row--;
      return false;
    }
    if (records.cells() != width) {
      throw new TableException(
          "%s: %s: found %,d cells, expected %,d%s"
              .formatted(file, row(), records.cells(), width, hint()));
    }
    return true;
  }

  private String hint() {
    return options.delimiter().isPresent()
        ? ""
        : " between separators '%s': truncated, or say --delimiter"
            .formatted(delimiter == '\t' ? "\\t" : delimiter);
  }

  /** The current row: rows count from 1 below the header, lines are those of a text editor. */
  String row() {
    return row(row);
  }

  private String row(long number) {
    return "row %d (line %d)".formatted(number, records.line());
  }

  /** Goes to the next row; damage becomes one line. */
  private boolean next() throws IOException {
    try {
      boolean more = rows.hasNext();
      if (more) {
        rows.next();
      }
      return more;
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } catch (CsvParseException refused) {
      if (refused.getCause() instanceof TableException here) {
        throw here;
      }
      throw new TableException(file + ": " + refused.getMessage(), refused);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
