package org.steadymi.datasets.tables;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What a file is, by its first bytes; what its name says must agree. */
enum FileFormat {
  NPY(".npy", "\u0093NUMPY"),
  NPZ(".npz", "PK"),
  PARQUET(".parquet", "PAR1"),
  GZIP(".gz", "\u001f\u008b"),
  TEXT("", "");

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_MAGIC = 8;
  private static final String MARK = "\u00ef\u00bb\u00bf"; // of UTF-8

  private final String suffix;
  private final String magic;

  FileFormat(String suffix, String magic) {
    this.suffix = suffix;
    this.magic = magic;
  }

  /**
   * Opens a table.
   *
   * @throws TableException with one line, if it is no table
   * @throws IOException if it cannot be read, or is damaged in a way that a stream notices
   */
  static TableFile open(Path file, CsvOptions csv) throws IOException {
    FileFormat format;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      format = of(file, start(bytes));
    }
    return switch (format) {
      case NPY -> new NpyTable(file);
      case NPZ -> new NpzTable(file);
      case PARQUET -> new ParquetTable(file);
      case GZIP, TEXT -> text(file, csv);
    };
  }

  private static FileFormat of(Path file, String start) {
    for (FileFormat format : values()) {
      if (start.startsWith(format.magic)) {
        Optional<FileFormat> named = named(file);
        if (named.isPresent() && named.get() != format) {
          throw new TableException(
              "%s: does not begin as a file %s does: damaged, or another format?"
                  .formatted(file, named.get().suffix));
        }
        return format;
      }
    }
    throw new AssertionError("every file begins with the empty text");
  }

  private static Optional<FileFormat> named(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (FileFormat format : values()) {
      if (format != TEXT && name.endsWith(format.suffix)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The first bytes as characters of the same number; what was read is put back. */
  private static String start(InputStream bytes) throws IOException {
    bytes.mark(LONGEST_MAGIC);
    String start = new String(bytes.readNBytes(LONGEST_MAGIC), StandardCharsets.ISO_8859_1);
    bytes.reset();
    return start;
  }

  private static TableFile text(Path file, CsvOptions csv) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      if (start(bytes).startsWith(GZIP.magic)) {
        bytes = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER);
      }
      String start = start(bytes);
      requireText(file, start);
      if (start.startsWith(MARK)) {
        bytes.skipNBytes(MARK.length());
      }
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      var text = new BufferedReader(new InputStreamReader(bytes, decoder), BUFFER);
      return new CsvTable(file.toString(), text, csv);
    } catch (IOException | RuntimeException failed) {
      bytes.close();
      throw failed;
    }
  }

  private static void requireText(Path file, String start) {
    if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
      throw new TableException(file + ": is UTF-16 text, expected UTF-8: save it as UTF-8");
    }
    if (start.indexOf('\0') >= 0) {
      throw new TableException(
          file + ": is no table: expected text of delimited cells, NPY, NPZ or Parquet");
    }
  }
}
