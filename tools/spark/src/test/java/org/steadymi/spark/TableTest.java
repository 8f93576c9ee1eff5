package org.steadymi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.tables.KeptColumn;
import org.steadymi.datasets.tables.RowBatch;
import org.steadymi.datasets.tables.TableWriter;
import org.steadymi.datasets.tables.WrittenFormat;
import org.steadymi.evaluator.bulk.Encoding;

/** A table through a model on Spark ends in the bytes of the folder that one process writes. */
class TableTest {
  private static final int ROWS = 1000;
  private static final int PARTS = 4;
  private static final List<String> COLUMNS = List.of("x0", "x1", "y0", "y1");
  private static final String SCORE = "score";
  private static final String ENCODE = "encode";
  private static final String[] SMALL = {"--part-rows", "5"};

  /** In which a number is missing where the row's is not. */
  private static final int MISSING = 777;

  @TempDir private static Path folder;

  /** What a verb has to write. */
  private static final Map<String, Map<String, String>> EXPECTED = new HashMap<>();

  @BeforeAll
  static void inOneProcess() throws Exception {
    table("table.parquet", -1);
    table("gap.parquet", MISSING);
    String train =
        "train --data gaussian:dim=2,mi=1 --loss js --critic separable:hidden=8 --steps 20 --out ";
    end(0, (train + model()).split(" ", -1));
    for (String verb : List.of(SCORE, ENCODE)) {
      String out = "local-" + verb;
      end(0, command(verb, "table.parquet", out));
      Map<String, String> written = written(out);
      assertThat(written).containsKeys("part-00003.parquet", "_SUCCESS").hasSize(PARTS + 2);
      EXPECTED.put(verb, written);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SCORE, ENCODE})
  void withinTheDriverTheBytesAreTheSame(String verb) throws Exception {
    String out = "driver-" + verb;
    end(0, command(verb, "table.parquet", out, "--on", "spark"));
    assertThat(written(out)).isEqualTo(EXPECTED.get(verb));
  }

  @Test
  void whatATaskRefusesIsOneLine() throws Exception {
    String said = end(2, command(SCORE, "gap.parquet", "refused", "--on", "spark"));
    assertThat(own(said))
        .singleElement()
        .asString()
        .contains("gap.parquet", "row " + (MISSING + 1));
  }

  @Test
  void onAClusterTheBytesAreTheSameWhateverHappens() throws Exception {
    try (StandaloneCluster cluster =
        new StandaloneCluster(Files.createDirectory(folder.resolve("cluster")), 0)) {
      itWaitsForWorkersAndEachExecutorOpensAndClosesTheModelOnce(cluster);
      onlyWhatIsMissingIsComputed(cluster);
      itGoesOnWhereItWasInterruptedAndAWorkerDies(cluster);
      withJarsThatWorkersHaveSparkSubmitSendsNone(cluster);
    }
  }

  /** Features, by an executor on each of two workers that come when they are waited for. */
  private static void itWaitsForWorkersAndEachExecutorOpensAndClosesTheModelOnce(
      StandaloneCluster cluster) throws Exception {
    Traces traces = new Traces(Files.createDirectory(folder.resolve("traces")).toString());
    ConcurrentLinkedQueue<String> waitedFor = new ConcurrentLinkedQueue<>();
    SparkPartsExecutor executor =
        new SparkPartsExecutor(
            cluster.address(),
            withTests(cluster),
            Duration.ofMillis(1),
            forWhat -> {
              waitedFor.add(forWhat);
              addTwoWorkers(cluster);
            });
    String out = "cluster-encode";
    Encoding.run(
        executor,
        job -> new ObservedJob(job, traces, 2),
        model(),
        options("table.parquet", out, "--on", cluster.address()));
    assertThat(waitedFor)
        .containsExactly(
            "a worker of %s with a free core and 1024 MB".formatted(cluster.address()));
    assertThat(written(out)).isEqualTo(EXPECTED.get(ENCODE));

    cluster.awaitExecutors();
    List<String> executors = traces.processes(ObservedJob.OPENED);
    assertThat(executors).hasSize(2).doesNotHaveDuplicates();
    assertThat(traces.processes(ObservedJob.CLOSED)).isEqualTo(executors);
    assertThat(traces.processes(ObservedJob.USED)).hasSize(PARTS).hasSameElementsAs(executors);
    assertThat(traces.processes(ObservedJob.asked(1))).isEqualTo(executors);
    if (ModelThreads.told()) {
      // one for every part that the machine may compute at once, and one that would help inside an
      // operation
      int started = Runtime.getRuntime().availableProcessors() + 1;
      assertThat(traces.processes(ObservedJob.started(started))).isEqualTo(executors);
    }
  }

  private static SparkConf withTests(StandaloneCluster cluster) throws Exception {
    List<String> jars = new ArrayList<>(Installation.sent());
    jars.add(Installation.testsJar(folder).toString());
    return Configuration.of(cluster.address(), OptionalInt.of(2))
        .set("spark.jars", String.join(",", jars))
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1");
  }

  private static void addTwoWorkers(StandaloneCluster cluster) {
    try {
      cluster.addWorkers(2);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void onlyWhatIsMissingIsComputed(StandaloneCluster cluster) throws Exception {
    String[] command = command(SCORE, "table.parquet", "cluster-score", "--on", cluster.address());
    end(0, command);
    assertThat(written("cluster-score")).isEqualTo(EXPECTED.get(SCORE));
    Path out = folder.resolve("cluster-score");
    Files.delete(out.resolve("_SUCCESS"));
    Files.delete(out.resolve("part-00002.parquet"));
    assertThat(end(0, command)).contains("and the parts of 700 rows that were there");
    assertThat(written("cluster-score")).isEqualTo(EXPECTED.get(SCORE));
  }

  /** In the middle of two hundred parts, twice. */
  private static void itGoesOnWhereItWasInterruptedAndAWorkerDies(StandaloneCluster cluster)
      throws Exception {
    end(0, command(SCORE, "table.parquet", "local-small", SMALL));
    String[] command =
        command(SCORE, "table.parquet", "killed", "--on", cluster.address(), SMALL[0], SMALL[1]);
    int before;
    try (Driver driver = Driver.start(folder, command)) {
      awaitParts(1, driver);
      driver.process().children().forEach(ProcessHandle::destroy);
      assertThat(driver.process().waitFor()).as(driver.errors()).isEqualTo(128 + 15);
      assertThat(own(driver.errors())).allMatch(line -> line.startsWith("steadymi: waiting for "));
      before = parts();
    }
    try (Driver driver = Driver.start(folder, command)) {
      awaitParts(before + 1, driver);
      cluster.kill(0);
      assertThat(parts()).as(driver.errors()).isBetween(1, ROWS / 5 - 1);
      assertThat(driver.process().waitFor()).as(driver.errors()).isZero();
      assertThat(Files.readString(driver.out())).contains("rows that were there");
    }
    assertThat(written("killed")).isEqualTo(written("local-small"));
  }

  private static void awaitParts(int count, Driver driver) throws Exception {
    while (parts() < count && !driver.process().waitFor(10, TimeUnit.MILLISECONDS)) {
      // not as many are there yet
    }
  }

  private static int parts() throws IOException {
    Path out = folder.resolve("killed");
    if (!Files.isDirectory(out)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(out)) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("part-")).count();
    }
  }

  private static void withJarsThatWorkersHaveSparkSubmitSendsNone(StandaloneCluster cluster)
      throws Exception {
    String[] command = command(SCORE, "table.parquet", "submitted", "--on", "spark");
    try (Driver driver = Driver.submit(folder, cluster, "local:", command)) {
      assertThat(driver.process().waitFor()).as(driver.errors()).isZero();
      assertThat(driver.errors())
          .contains("Connected to Spark cluster", "Added JAR local:")
          .doesNotContain("/jars/steadymi-spark.jar");
    }
    assertThat(written("submitted")).isEqualTo(EXPECTED.get(SCORE));
  }

  private static Path model() {
    return folder.resolve("model");
  }

  private static Map<String, String> written(String out) throws IOException {
    return Contents.of(folder.resolve(out));
  }

  /** Our own lines among Spark's. */
  private static List<String> own(String said) {
    return said.lines().filter(line -> line.startsWith("steadymi: ")).toList();
  }

  private static String[] command(String verb, String table, String out, String... more) {
    return Stream.concat(Stream.of(verb, model().toString()), Stream.of(options(table, out, more)))
        .toArray(String[]::new);
  }

  private static String[] options(String table, String out, String... more) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--data", folder.resolve(table).toString()));
    options.addAll(List.of("--x", "x0,x1", "--y", "y0,y1"));
    if (!List.of(more).contains("--part-rows")) {
      options.addAll(List.of("--part-rows", "300"));
    }
    options.addAll(List.of("--out", folder.resolve(out).toString()));
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
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
