package org.steadymi.evaluator.bulk;

import java.nio.file.Path;
import java.util.Optional;
import org.steadymi.datasets.tables.CsvOptions;
import org.steadymi.datasets.tables.MissingRows;
import picocli.CommandLine.Option;

/** The options of a verb that takes a table through a model. */
final class BulkOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "TABLE",
      description = "Parquet, CSV, NPY or NPZ file, or a folder of part-* files")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "FILE.parquet, FILE.csv, or a folder of Parquet parts that can be resumed")
  private Path out;

  @Option(
      names = "--x",
      paramLabel = "COLUMNS",
      description = "columns of x, such as x0:x19 (default: the first of the table)")
  private String x;

  @Option(
      names = "--y",
      paramLabel = "COLUMNS",
      description = "columns of y (default: those after the columns of x)")
  private String y;

  @Option(
      names = "--keep",
      paramLabel = "COLUMNS",
      description = "columns that go along into the result, such as an id")
  private String keep;

  @Option(
      names = "--missing",
      paramLabel = "WHAT",
      defaultValue = "refuse",
      converter = MissingConverter.class,
      description =
          "rows that miss a value: refuse, drop, or keep without a result (default: ${DEFAULT-VALUE})")
  private MissingRows missing;

  @Option(
      names = "--batch",
      paramLabel = "ROWS",
      defaultValue = "4096",
      description = "rows in memory at a time (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--part-rows",
      paramLabel = "ROWS",
      defaultValue = "1000000",
      description = "rows of the table in a part of a folder (default: ${DEFAULT-VALUE})")
  private int partRows;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "threads: one reads ahead, the others run the model (default: one per processor)")
  private Integer threads;

  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description = "between the cells of a text table (default: found in the table)")
  private Character delimiter;

  @Option(names = "--decimal-comma", description = "numbers in text are written 3,14")
  private boolean decimalComma;

  @Option(names = "--overwrite", description = "replace a result that is there")
  private boolean overwrite;

  Path data() {
    return data;
  }

  Path out() {
    return out;
  }

  Optional<String> x() {
    return Optional.ofNullable(x);
  }

  Optional<String> y() {
    return Optional.ofNullable(y);
  }

  Optional<String> keep() {
    return Optional.ofNullable(keep);
  }

  MissingRows missing() {
    return missing;
  }

  int batch() {
    return positive("--batch", batch);
  }

  int partRows() {
    return positive("--part-rows", partRows);
  }

  boolean readsAhead() {
    return threads() > 1;
  }

  int modelThreads() {
    return Math.max(1, threads() - 1);
  }

  private int threads() {
    int processors = Runtime.getRuntime().availableProcessors();
    return positive("--threads", threads == null ? processors : threads);
  }

  boolean overwrite() {
    return overwrite;
  }

  CsvOptions csv() {
    CsvOptions csv = CsvOptions.automatic();
    csv = decimalComma ? csv.withDecimalComma() : csv;
    return delimiter == null ? csv : csv.withDelimiter(delimiter);
  }

  private static int positive(String option, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "%s: expected at least 1, found %d".formatted(option, value));
    }
    return value;
  }
}
