package org.steadymi.benchmarks.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.datasets.tables.RowBatch;
import org.steadymi.datasets.tables.TableWriter;
import org.steadymi.datasets.tables.WrittenFormat;

/**
 * A table of draws from a source, with columns {@code x_1}, {@code x_2}, … and {@code y_1}, …
 *
 * @param source of the rows
 * @param rows how many
 */
record SampleTable(PairSource source, int rows) {
  private static final int BATCH = 50_000;

  /** The options of a command that say which columns are X and which Y. */
  List<String> columns() {
    return List.of("--x", "x_1:x_" + source.xSize(), "--y", "y_1:y_" + source.ySize());
  }

  /** Writes it, a batch of rows at a time. */
  void write(Path file, WrittenFormat format) {
    try {
      switch (format) {
        case CSV -> writeText(file);
        case PARQUET -> writeParquet(file);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** With no other column, which torch-mist would take for a variable. */
  private void writeText(Path file) throws IOException {
    try (Writer text = Files.newBufferedWriter(file)) {
      text.write(String.join(",", names()) + '\n');
      for (int from = 0; from < rows; from += BATCH) {
        Rows batch = batch(from);
        for (int row = 0; row < batch.count(); row++) {
          text.write(line(batch, row) + '\n');
        }
      }
    }
  }

  private static String line(Rows batch, int row) {
    return IntStream.range(0, batch.width())
        .mapToObj(column -> Float.toString(batch.at(row, column)))
        .collect(Collectors.joining(","));
  }

  private void writeParquet(Path file) throws IOException {
    try (TableWriter writer = WrittenFormat.PARQUET.create(file, List.of(), names())) {
      for (int from = 0; from < rows; from += BATCH) {
        Rows batch = batch(from);
        long[] numbers = LongStream.rangeClosed(from + 1L, from + batch.count()).toArray();
        writer.write(new RowBatch(numbers, Optional.empty(), Optional.empty(), List.of()), batch);
      }
    }
  }

  private List<String> names() {
    return Stream.concat(names("x", source.xSize()), names("y", source.ySize())).toList();
  }

  private static Stream<String> names(String side, int width) {
    return IntStream.rangeClosed(1, width).mapToObj(column -> side + "_" + column);
  }

  /** Rows of x and y beside each other, [n, xSize + ySize]; of its own draws. */
  private Rows batch(int from) {
    Pairs pairs = source.pairs(Split.TRAIN, from, Math.min(BATCH, rows - from));
    int xWidth = pairs.x().width();
    int yWidth = pairs.y().width();
    int width = xWidth + yWidth;
    float[] values = new float[pairs.count() * width];
    for (int row = 0; row < pairs.count(); row++) {
      System.arraycopy(pairs.x().values(), row * xWidth, values, row * width, xWidth);
      System.arraycopy(pairs.y().values(), row * yWidth, values, row * width + xWidth, yWidth);
    }
    return new Rows(values, width);
  }
}
