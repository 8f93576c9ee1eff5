package org.steadymi.evaluator.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.tables.RowBatch;
import org.steadymi.datasets.tables.TableWriter;
import org.steadymi.datasets.tables.WrittenFormat;
import org.steadymi.evaluator.ModelArguments;
import org.steadymi.evaluator.models.ExactCritic;
import org.steadymi.evaluator.models.Models;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine;

/** Parts that are computed elsewhere. */
class BulkRunTest {
  private static final int ROWS = 30;

  @TempDir private Path folder;
  private Path model;
  private Path out;

  @BeforeEach
  void aModel() {
    model =
        Models.export(
            folder.resolve("model"),
            new ExactCritic(Models.SOURCE, 0, true),
            Models.manifest("js"));
    out = folder.resolve("scores");
  }

  private Path table(String name, int rows) throws IOException {
    Path file = folder.resolve(name);
    float[] values = new float[4 * rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7 - 3;
    }
    try (TableWriter writer =
        WrittenFormat.PARQUET.create(file, List.of(), List.of("x0", "x1", "y0", "y1"))) {
      writer.write(
          new RowBatch(
              LongStream.rangeClosed(1, rows).toArray(),
              Optional.empty(),
              Optional.empty(),
              List.of()),
          new Rows(values, 4));
    }
    return file;
  }

  private String score(PartsExecutor executor, Path data, int partRows) {
    String[] options = {
      "--data=" + data,
      "--out=" + out,
      "--x=x0,x1",
      "--y=y0,y1",
      "--on=elsewhere",
      "--part-rows=" + partRows
    };
    BulkJob job =
        new BulkJob(
            Verb.SCORE,
            CommandLine.populateCommand(new ModelArguments(), model.toString()),
            CommandLine.populateCommand(new BulkOptions(), options));
    try (RowFunction function = job.open(LoadOptions.DEFAULT)) {
      return BulkRun.on(executor, "score", function, job);
    }
  }

  private static List<PartCount> compute(PartsJob job, List<Integer> parts) {
    try (RowFunction function = job.open(1)) {
      return parts.stream().map(part -> job.compute(function, part)).toList();
    }
  }

  private static void leave(Path file) {
    try {
      Files.writeString(file, "half");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A machine that is lost while it writes a part leaves a file; another computes the part. */
  @Test
  void whatALostMachineWroteIsGoneInTheEnd() throws IOException {
    PartsExecutor losesOne =
        (job, parts) -> {
          leave(out.resolve(".part-00001.parquet.lost.tmp"));
          return compute(job, parts);
        };
    assertThat(score(losesOne, table("table.parquet", ROWS), 10)).isEqualTo(out + ": 30 rows");
    try (var left = Files.list(out)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "_settings",
              "_SUCCESS",
              "part-00000.parquet",
              "part-00001.parquet",
              "part-00002.parquet");
    }
  }

  /** The second of three files is damaged when the part of the third is computed. */
  @Test
  void aPartOpensNoFileBetweenTheFirstAndItsOwn() throws IOException {
    Path data = Files.createDirectory(folder.resolve("table"));
    for (int file = 0; file < 3; file++) {
      table("table/part-%d.parquet".formatted(file), 10);
    }
    List<PartCount> counts = new ArrayList<>();
    PartsExecutor third =
        (job, parts) -> {
          leave(data.resolve("part-1.parquet"));
          counts.addAll(compute(job, List.of(2)));
          return counts;
        };
    score(third, data, 10);
    assertThat(counts).containsExactly(new PartCount(10, 0));
  }

  /** The names of more parts would not be in their order. */
  @Test
  void tooManyPartsAreRefusedBeforeAnyIsComputed() throws IOException {
    PartsExecutor never =
        (job, parts) -> {
          throw new AssertionError("computed");
        };
    Path data = table("table.parquet", 100_001);
    assertThatThrownBy(() -> score(never, data, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            out + ": a folder holds at most 100,000 parts; choose a larger --part-rows than 1");
    assertThat(out).doesNotExist();
    assertThat(Output.folder(out, 1).has(100_000)).isFalse();
  }
}
