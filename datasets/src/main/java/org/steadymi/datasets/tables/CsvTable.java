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
  private final int width;
  private final boolean header;

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
    if (!next()) {
      throw new TableException(file + ": holds no rows");
    }
    this.width = records.cells();
    this.header = hasHeader();
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

  private char point() {
    return options.decimalComma() ? ',' : '.';
  }

  @Override
  public ColumnNames names() {
    return header ? ColumnNames.named(file, records.first()) : ColumnNames.numbered(file, width);
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
    CellColumn[] byPosition = new CellColumn[width];
    for (int i = 0; i < columns.size(); i++) {
      byPosition[wanted.get(i).position()] = columns.get(i);
    }
    int count = 0;
    if (!header) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(records.first().get(wanted.get(i).position()));
      }
      count++;
    }
    records.route(byPosition);
    while (next()) {
      count++;
      if (records.cells() != width) {
        throw new TableException(
            "%s: %s: found %,d cells, expected %,d%s"
                .formatted(file, row(count), records.cells(), width, hint()));
      }
    }
    if (count == 0) {
      throw new TableException(file + ": holds no rows below its header");
    }
    return columns.stream().map(CellColumn::build).toList();
  }

  private String hint() {
    return options.delimiter().isPresent()
        ? ""
        : " between separators '%s': truncated, or say --delimiter"
            .formatted(delimiter == '\t' ? "\\t" : delimiter);
  }

  /** Rows count from 1 below the header; lines are those of a text editor. */
  private String row(int row) {
    return "row %d (line %d)".formatted(row, records.line());
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
