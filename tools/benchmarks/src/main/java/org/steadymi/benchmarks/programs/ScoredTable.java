package org.steadymi.benchmarks.programs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.tables.WrittenFormat;

/**
 * Normal pairs as a table in Parquet, 20 + 20 columns.
 *
 * @param file the table
 * @param rows how many it has
 */
public record ScoredTable(Path file, int rows) {
  private static final PairSource SOURCE = GaussianTask.data();

  /** What a row holds, in single precision. */
  public static final int ROW_BYTES = (SOURCE.xSize() + SOURCE.ySize()) * Float.BYTES;

  /** Writes one. */
  public static ScoredTable write(Path file, int rows) {
    new SampleTable(SOURCE, rows).write(file, WrittenFormat.PARQUET);
    return new ScoredTable(file, rows);
  }

  /** The launcher's arguments that score it by a model. */
  public List<String> score(Path model, Path out) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("score", model.toString(), "--data", file.toString()));
    arguments.addAll(new SampleTable(SOURCE, rows).columns());
    arguments.addAll(List.of("--out", out.toString(), "--overwrite"));
    return arguments;
  }
}
