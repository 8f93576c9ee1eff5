package org.steadymi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.tables.KeptColumn;
import org.steadymi.datasets.tables.RowBatch;
import org.steadymi.datasets.tables.TableWriter;
import org.steadymi.datasets.tables.WrittenFormat;

/** A table through a model on Spark ends in the bytes of the folder that one process writes. */
class ScoreTest {
  private static final int ROWS = 1000;
  private static final List<String> COLUMNS = List.of("x0", "x1", "y0", "y1");

  /** In which a number is missing where the row's is not. */
  private static final int MISSING = 777;

  @TempDir private static Path folder;
  private static Map<String, String> expected;

  @BeforeAll
  static void inOneProcess() throws Exception {
    table("table.parquet", -1);
    table("gap.parquet", MISSING);
    String train =
        "train --data gaussian:dim=2,mi=1 --loss js --critic separable:hidden=8 --steps 20 --out ";
    end(0, (train + folder.resolve("model")).split(" ", -1));
    end(0, score("table.parquet", "local"));
    expected = Contents.of(folder.resolve("local"));
    assertThat(expected).containsKeys("part-00003.parquet", "_SUCCESS").hasSize(6);
  }

  @Test
  void withinTheDriverTheBytesAreTheSame() throws Exception {
    end(0, score("table.parquet", "driver", "--on", "spark"));
    assertThat(Contents.of(folder.resolve("driver"))).isEqualTo(expected);
  }

  @Test
  void onAClusterTheBytesAreTheSameOnlyWhatIsMissingIsComputedAndAWorkerMayDie() throws Exception {
    Path out = folder.resolve("cluster-scores");
    try (StandaloneCluster cluster =
        new StandaloneCluster(Files.createDirectory(folder.resolve("cluster")), 2)) {
      end(0, score("table.parquet", "cluster-scores", "--on", cluster.address()));
      assertThat(Contents.of(out)).isEqualTo(expected);
      Files.delete(out.resolve("_SUCCESS"));
      Files.delete(out.resolve("part-00002.parquet"));
      String said = end(0, score("table.parquet", "cluster-scores", "--on", cluster.address()));
      assertThat(said).contains("and the parts of 700 rows that were there");
      assertThat(Contents.of(out)).isEqualTo(expected);
      aWorkerDies(cluster);
      throughSparkSubmitTheBytesAreTheSame(cluster);
    }
  }

  private static void throughSparkSubmitTheBytesAreTheSame(StandaloneCluster cluster)
      throws Exception {
    String[] arguments = score("table.parquet", "submitted", "--on", "spark");
    try (Driver driver = Driver.submit(folder, cluster, arguments)) {
      assertThat(driver.process().waitFor()).as(driver.errors()).isZero();
      assertThat(driver.errors()).contains("Connected to Spark cluster");
    }
    assertThat(Contents.of(folder.resolve("submitted"))).isEqualTo(expected);
  }

  /** In the middle of two hundred parts. */
  private static void aWorkerDies(StandaloneCluster cluster) throws Exception {
    String[] small = {"--part-rows", "5"};
    end(0, score("table.parquet", "local-small", small));
    Path out = folder.resolve("killed");
    String[] onCluster = {"--part-rows", "5", "--on", cluster.address()};
    try (Driver driver =
        Driver.start(folder, score("table.parquet", out.getFileName().toString(), onCluster))) {
      while (parts(out) == 0 && !driver.process().waitFor(10, TimeUnit.MILLISECONDS)) {
        // no part is there yet
      }
      cluster.kill(0);
      assertThat(parts(out)).as(driver.errors()).isBetween(1, ROWS / 5 - 1);
      assertThat(driver.process().waitFor()).as(driver.errors()).isZero();
    }
    assertThat(Contents.of(out)).isEqualTo(Contents.of(folder.resolve("local-small")));
  }

  private static int parts(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(out)) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("part-")).count();
    }
  }

  @Test
  void whatATaskRefusesIsOneLine() throws Exception {
    String said = end(2, score("gap.parquet", "refused", "--on", "spark"));
    assertThat(said.lines().filter(line -> line.startsWith("steadymi: ")))
        .singleElement()
        .asString()
        .contains("gap.parquet", "row " + (MISSING + 1));
  }

  private static String[] score(String table, String out, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("score", folder.resolve("model").toString()));
    arguments.addAll(List.of("--data", folder.resolve(table).toString()));
    arguments.addAll(List.of("--x", "x0,x1", "--y", "y0,y1"));
    if (!List.of(more).contains("--part-rows")) {
      arguments.addAll(List.of("--part-rows", "300"));
    }
    arguments.addAll(List.of("--out", folder.resolve(out).toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** Runs a verb to its end. */
  private static String end(int code, String... arguments) throws Exception {
    try (Driver driver = Driver.start(folder, arguments)) {
      assertThat(driver.process().waitFor()).as(driver.errors()).isEqualTo(code);
      return driver.errors() + Files.readString(driver.out());
    }
  }

  private static void table(String name, int missing) throws IOException {
    Random random = new Random(5);
    float[] values = new float[ROWS * COLUMNS.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    if (missing >= 0) {
      values[missing * COLUMNS.size()] = Float.NaN;
    }
    List<KeptColumn> none = List.of();
    try (TableWriter writer = WrittenFormat.PARQUET.create(folder.resolve(name), none, COLUMNS)) {
      long[] numbers = IntStream.rangeClosed(1, ROWS).mapToLong(row -> row).toArray();
      writer.write(
          new RowBatch(numbers, Optional.empty(), Optional.empty(), List.of()),
          new Rows(values, COLUMNS.size()));
    }
  }
}
