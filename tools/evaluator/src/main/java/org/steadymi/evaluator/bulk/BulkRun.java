package org.steadymi.evaluator.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.tables.MissingRows;
import org.steadymi.datasets.tables.RowBatch;
import org.steadymi.datasets.tables.StreamColumns;
import org.steadymi.datasets.tables.TableException;
import org.steadymi.datasets.tables.TableStream;
import org.steadymi.datasets.tables.TableWriter;
import org.steadymi.evaluator.output.ResultFile;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.evaluator.scoring.Versions;
import org.steadymi.savedmodels.PlaceLock;

/** A table through a model: every row once, in order, a batch in memory at a time. */
final class BulkRun {
  private static final Supplier<Optional<RowBatch>> NO_BATCH = Optional::empty;

  private final RowFunction model;
  private final TableStream table;
  private final Output output;
  private final BulkOptions options;
  private final ReadAhead ahead;
  private long written;
  private long dropped;
  private long reused;

  private BulkRun(
      RowFunction model, TableStream table, Output output, BulkOptions options, ReadAhead ahead) {
    this.ahead = ahead;
    this.model = model;
    this.table = table;
    this.output = output;
    this.options = options;
  }

  /**
   * Reads, computes and writes.
   *
   * @return one line that says what was done
   * @throws IllegalArgumentException with one line, if the table does not fit the model, or the
   *     place of the results is taken
   */
  static String of(String verb, RowFunction model, BulkJob job) {
    BulkOptions options = job.options();
    Output output = options.output();
    requireApart(options);
    StreamColumns columns = ColumnsOfModel.of(model, options);
    try (TableStream table = TableStream.open(options.data(), columns, options.csv());
        ReadAhead ahead = new ReadAhead(options.readsAhead())) {
      ColumnsOfModel.require(model, table, options);
      PlaceLock held = output.lock(options.overwrite());
      try (held) {
        output.begin(settings(verb, model, columns, job), options.overwrite());
        BulkRun run = new BulkRun(model, table, output, options, ahead);
        run.parts();
        output.finish();
        return summary(output, run.written, run.dropped, run.reused);
      }
    } catch (IOException failed) {
      throw notWritten(options, failed);
    }
  }

  /**
   * Has the parts that are not there computed somewhere else.
   *
   * @return one line that says what was done
   * @throws IllegalArgumentException as {@link #of}, or if the table is not of Parquet, whose rows
   *     alone can be passed over unread
   */
  static String on(PartsExecutor executor, String verb, RowFunction model, BulkJob job) {
    BulkOptions options = job.options();
    Output output = Output.folder(options.out(), options.partRows());
    requireApart(options);
    StreamColumns columns = ColumnsOfModel.of(model, options);
    try (TableStream table = TableStream.open(options.data(), columns, options.csv())) {
      ColumnsOfModel.require(model, table, options);
      if (!table.isParquet()) {
        throw new IllegalArgumentException(
            "%s: --on reads Parquet only; convert the table, or leave --on out"
                .formatted(options.data()));
      }
      List<Long> rowsOfFiles = table.skipAll();
      long rows = rowsOfFiles.stream().mapToLong(Long::longValue).sum();
      if (rows == 0) {
        throw new TableException(options.data() + ": holds no rows");
      }
      long parts = (rows - 1) / output.partRows() + 1;
      output.requireFew(parts);
      PlaceLock held = output.lock(options.overwrite());
      try (held) {
        output.begin(settings(verb, model, columns, job), options.overwrite());
        List<Integer> missing =
            IntStream.range(0, (int) parts).filter(part -> !output.has(part)).boxed().toList();
        List<PartCount> counts =
            missing.isEmpty()
                ? List.of()
                : executor.run(new BulkParts(job, model.model(), rowsOfFiles), missing);
        output.finish();
        long computed =
            missing.stream()
                .mapToLong(part -> Math.min(output.partRows(), rows - part * output.partRows()))
                .sum();
        return summary(
            output,
            counts.stream().mapToLong(PartCount::written).sum(),
            counts.stream().mapToLong(PartCount::dropped).sum(),
            rows - computed);
      }
    } catch (IOException failed) {
      throw notWritten(options, failed);
    }
  }

  /**
   * Computes one part of a folder.
   *
   * @param rowsOfFiles of the table
   */
  static PartCount part(RowFunction model, BulkOptions options, List<Long> rowsOfFiles, int part) {
    Output output = Output.folder(options.out(), options.partRows());
    StreamColumns columns = ColumnsOfModel.of(model, options);
    try (TableStream table = TableStream.open(options.data(), columns, options.csv());
        ReadAhead ahead = new ReadAhead(options.readsAhead())) {
      table.skip(part * output.partRows(), rowsOfFiles);
      BulkRun run = new BulkRun(model, table, output, options, ahead);
      run.write(part, table.next(run.most(0)).orElseThrow());
      return new PartCount(run.written, run.dropped);
    } catch (IOException failed) {
      throw notWritten(options, failed);
    }
  }

  private static UncheckedIOException notWritten(BulkOptions options, IOException failed) {
    return new UncheckedIOException(
        "%s cannot be written (%s)".formatted(options.out(), failed.getMessage()), failed);
  }

  private static void requireApart(BulkOptions options) {
    if (options
        .data()
        .toAbsolutePath()
        .normalize()
        .equals(options.out().toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "--out: %s is the data itself; name another".formatted(options.out()));
    }
  }

  /** All that the bytes of a part depend on. */
  private static String settings(
      String verb, RowFunction model, StreamColumns columns, BulkJob job) {
    BulkOptions options = job.options();
    return String.join(
        "\n",
        verb,
        model.model(),
        job.model().mapping().toString(),
        Versions.of(options.data()),
        columns.toString(),
        options.csv().toString(),
        "batch %d, rows of a part %d".formatted(options.batch(), options.partRows()),
        "");
  }

  private void parts() throws IOException {
    for (int part = 0; ; part++) {
      if (output.has(part)) {
        long rows = table.skip(output.partRows());
        reused += rows;
        if (rows < output.partRows()) {
          return;
        }
        continue;
      }
      Optional<RowBatch> first = table.next(most(0));
      if (first.isEmpty()) {
        return;
      }
      write(part, first.get());
    }
  }

  private int most(long done) {
    return (int) Math.min(options.batch(), output.partRows() - done);
  }

  private void write(int part, RowBatch first) throws IOException {
    Path target = output.part(part);
    Path staged = ResultFile.staged(target);
    try {
      try (TableWriter writer = output.format().create(staged, table.kept(), model.columns())) {
        long done = 0;
        Optional<RowBatch> batch = Optional.of(first);
        while (batch.isPresent()) {
          done += batch.get().count();
          int most = most(done);
          var next = most > 0 ? ahead.begin(() -> table.next(most)) : NO_BATCH;
          write(writer, batch.get());
          batch = next.get();
        }
      }
      ResultFile.move(staged, target);
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  private void write(TableWriter writer, RowBatch batch) throws IOException {
    int[] complete = batch.complete();
    boolean whole = complete.length == batch.count();
    RowBatch usable = whole ? batch : batch.select(complete);
    Rows found =
        complete.length == 0
            ? new Rows(new float[0], model.columns().size())
            : model.apply(usable.x(), usable.y());
    if (!whole && options.missing() == MissingRows.KEEP) {
      writer.write(batch, scattered(found, complete, batch.count()));
      written += batch.count();
    } else {
      writer.write(usable, found);
      written += usable.count();
      dropped += batch.count() - usable.count();
    }
  }

  /** The rows at their positions among others that have no result. */
  private static Rows scattered(Rows found, int[] positions, int count) {
    int width = found.width();
    float[] values = new float[count * width];
    Arrays.fill(values, Float.NaN);
    for (int i = 0; i < positions.length; i++) {
      System.arraycopy(found.values(), i * width, values, positions[i] * width, width);
    }
    return new Rows(values, width);
  }

  private static String summary(Output output, long written, long dropped, long reused) {
    return "%s: %,d rows".formatted(output.place(), written)
        + (dropped > 0 ? ", %,d left out for missing values".formatted(dropped) : "")
        + (reused > 0 ? ", and the parts of %,d rows that were there".formatted(reused) : "");
  }
}
