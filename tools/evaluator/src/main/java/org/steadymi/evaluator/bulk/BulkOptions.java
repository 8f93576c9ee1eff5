package org.steadymi.evaluator.bulk;

import java.io.File;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.steadymi.datasets.tables.CsvOptions;
import org.steadymi.datasets.tables.MissingRows;
import org.steadymi.evaluator.TextOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a verb that takes a table through a model. */
final class BulkOptions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PART_ROWS = 1_000_000;

  /**
   * Of a part on Spark: smaller, so that there is one for each core, and two row groups of 65,536.
   */
  private static final int SPARK_PART_ROWS = 1 << 17;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "TABLE",
      description = "Parquet, CSV, NPY or NPZ file, or a folder of part-* files")
  private File data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "FILE.parquet, FILE.csv, or a folder of Parquet parts that can be resumed; with --on"
              + " always such a folder")
  private File out;

  @Option(
      names = "--x",
      paramLabel = "COLUMNS",
      description =
          "columns of x, such as x0:x19 (default, without --y too: the first of the table)")
  private String x;

  @Option(
      names = "--y",
      paramLabel = "COLUMNS",
      description = "columns of y (default, without --x too: the others of the table)")
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
          "rows that miss a value: refuse, drop, or keep without a result (default:"
              + " ${DEFAULT-VALUE})")
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
      description = "rows of the table in a part of a folder (default: 1000000; with --on 131072)")
  private Integer partRows;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "threads: one reads ahead, the others run the model; with --on parts at once (default:"
              + " one per processor)")
  private Integer threads;

  @Option(
      names = "--on",
      paramLabel = "spark[://HOST:PORT]",
      description =
          "compute the parts on Apache Spark: spark within this process, spark://HOST:PORT on a"
              + " stand-alone cluster; fetched on first use (default: threads of this process)")
  private String on;

  @Mixin private TextOptions text;

  @Option(names = "--overwrite", description = "replace a result that is there")
  private boolean overwrite;

  Path data() {
    return data.toPath();
  }

  Path out() {
    return out.toPath();
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
    int usual = on == null ? PART_ROWS : SPARK_PART_ROWS;
    return positive("--part-rows", partRows == null ? usual : partRows);
  }

  /**
   * Where results of this process go.
   *
   * @throws IllegalArgumentException with one line, if nothing can be written so
   */
  Output output() {
    Output output = Output.of(out(), partRows());
    if (partRows != null && output.file().isPresent()) {
      throw new IllegalArgumentException(
          "--part-rows: %s is one file; leave it out, or name a folder".formatted(out));
    }
    return output;
  }

  boolean readsAhead() {
    return on == null && threads() > 1;
  }

  /** Threads that run the model in this process; parts elsewhere have their own. */
  int modelThreads() {
    return on == null ? Math.max(1, threads() - 1) : 1;
  }

  /** Where parts are computed if not by threads of this process. */
  Optional<String> on() {
    return Optional.ofNullable(on);
  }

  /** Parts at once there; empty for as many as there are cores. */
  OptionalInt partsAtOnce() {
    return threads == null ? OptionalInt.empty() : OptionalInt.of(threads());
  }

  /** Makes names absolute: wherever parts are computed the current folder is another. */
  void fixPlaces() {
    data = data.getAbsoluteFile();
    out = out.getAbsoluteFile();
  }

  private int threads() {
    int processors = Runtime.getRuntime().availableProcessors();
    return positive("--threads", threads == null ? processors : threads);
  }

  boolean overwrite() {
    return overwrite;
  }

  CsvOptions csv() {
    return text.csv();
  }

  private static int positive(String option, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "%s: expected at least 1, found %d".formatted(option, value));
    }
    return value;
  }
}
