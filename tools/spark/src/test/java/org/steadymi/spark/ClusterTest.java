package org.steadymi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study on Spark ends in the bytes that threads of one process give: within the driver, and on a
 * stand-alone cluster of two workers, of which one is killed in the middle, or through
 * spark-submit.
 */
class ClusterTest {
  /** Twelve cells of about a second. */
  private static final String STUDY =
      "experiment staircase --losses mine,remine,nwj,renwj --seeds 3 --steps 2500 --critic separable:hidden=32";

  private static final int CELLS = 12;

  @TempDir private static Path folder;
  private static Map<String, String> expected;

  @BeforeAll
  static void onThreads() throws Exception {
    expected = finished("threads", "--jobs", "2");
    assertThat(cells("threads")).isEqualTo(CELLS);
  }

  @Test
  void withinTheDriverItEndsInTheSameBytes() throws Exception {
    assertThat(finished("local", "--on", "spark", "--jobs", "2")).isEqualTo(expected);
  }

  @Test
  void withAWorkerKilledItEndsInTheSameBytes() throws Exception {
    try (StandaloneCluster cluster =
            new StandaloneCluster(Files.createDirectory(folder.resolve("cluster")), 2);
        Driver driver = start("killed", "--on", cluster.address())) {
      while (cells("killed") == 0 && !driver.process().waitFor(10, TimeUnit.MILLISECONDS)) {
        // no cell is finished yet
      }
      cluster.kill(0);
      assertThat(cells("killed")).as(driver.errors()).isBetween(1, CELLS - 1);
      assertThat(driver.process().waitFor()).as(driver.errors()).isZero();
      assertThat(driver.errors()).contains("Lost executor");
    }
    assertThat(Contents.of(folder.resolve("killed"))).isEqualTo(expected);
  }

  @Test
  void throughSparkSubmitItEndsInTheSameBytes() throws Exception {
    try (StandaloneCluster cluster =
            new StandaloneCluster(Files.createDirectory(folder.resolve("submitted-to")), 2);
        Driver driver =
            Driver.submit(folder, cluster, "", arguments("submitted", "--on", "spark"))) {
      assertThat(driver.process().waitFor()).as(driver.errors()).isZero();
      assertThat(driver.errors()).contains("Connected to Spark cluster");
    }
    assertThat(Contents.of(folder.resolve("submitted"))).isEqualTo(expected);
  }

  private static Map<String, String> finished(String name, String... more) throws Exception {
    try (Driver driver = start(name, more)) {
      assertThat(driver.process().waitFor()).as(driver.errors()).isZero();
      return Contents.of(folder.resolve(name));
    }
  }

  private static Driver start(String name, String... more) throws IOException {
    return Driver.start(folder, arguments(name, more));
  }

  private static String[] arguments(String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of(STUDY.split(" ", -1)));
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static int cells(String name) throws IOException {
    Path cells = folder.resolve(name).resolve("cells");
    if (!Files.isDirectory(cells)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(cells)) {
      return (int) files.filter(file -> !file.getFileName().toString().startsWith(".")).count();
    }
  }
}
