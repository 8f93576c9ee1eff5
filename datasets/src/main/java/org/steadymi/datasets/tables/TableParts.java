package org.steadymi.datasets.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a table, opened one after the other; those that hold nothing are passed over. */
final class TableParts {
  private final Path table;
  private final List<Path> files;
  private final CsvOptions csv;
  private int opened;

  /**
   * @throws TableException with one line, if a folder holds no parts, or cannot be listed
   */
  TableParts(Path table, CsvOptions csv) {
    this.table = table;
    this.csv = csv;
    try {
      this.files = TableFolder.files(table);
    } catch (IOException failed) {
      throw Tables.failure(table, failed);
    }
  }

  /** The file that was opened last; the first before any was. */
  Path current() {
    return files.get(Math.max(0, opened - 1));
  }

  /** How many files there are. */
  int count() {
    return files.size();
  }

  /** The place of the file that was opened last among them, from 0. */
  int position() {
    return opened - 1;
  }

  /** Has a file opened as the next. */
  void goTo(int position) {
    opened = position;
  }

  /**
   * Opens the first file, which the caller closes.
   *
   * @throws TableException with one line, if no file holds anything
   */
  TableFile first() throws IOException {
    return next().orElseThrow(() -> new TableException(table + ": holds no rows"));
  }

  /** Opens the next file, which the caller closes; empty at the end. */
  Optional<TableFile> next() throws IOException {
    while (opened < files.size()) {
      TableFile file = Tables.open(files.get(opened++), csv);
      if (!file.isBlank()) {
        return Optional.of(file);
      }
      file.close();
    }
    return Optional.empty();
  }
}
