package org.steadymi.datasets.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How results beside the rows of a table are written. */
public enum WrittenFormat {
  /** Typed columns, packed with snappy; values that are missing are null. */
  PARQUET(".parquet"),
  /** UTF-8 text with a header and commas; values that are missing are empty cells. */
  CSV(".csv");

  private final String suffix;

  WrittenFormat(String suffix) {
    this.suffix = suffix;
  }

  /** The end of a file's name, {@code .parquet} or {@code .csv}. */
  public String suffix() {
    return suffix;
  }

  /** The format that the end of a name says, if any. */
  public static Optional<WrittenFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (WrittenFormat format : values()) {
      if (name.endsWith(format.suffix)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * Begins a new file.
   *
   * @param kept columns of the table that go along
   * @param results names of the results, at least one
   * @throws TableException with one line, if two columns would have one name
   */
  public TableWriter create(Path file, List<KeptColumn> kept, List<String> results)
      throws IOException {
    Set<String> names = new HashSet<>(results);
    names.add(TableWriter.ROW);
    for (KeptColumn column : kept) {
      if (!names.add(column.name())) {
        throw new TableException(
            "--keep: a column of the results is called '%s', too: rename that of the table"
                .formatted(column.name()));
      }
    }
    return switch (this) {
      case PARQUET -> new ParquetResults(file, kept, results);
      case CSV -> new CsvResults(file, kept, results);
    };
  }
}
