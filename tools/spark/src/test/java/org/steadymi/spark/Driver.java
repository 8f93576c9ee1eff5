package org.steadymi.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.launcher.Main;

/** The program {@code steadymi} as the script starts it, in a process of its own. */
record Driver(Process process, Path out, Path err) implements AutoCloseable {
  static Driver start(Path folder, String... arguments) throws IOException {
    List<String> classPath =
        Stream.of(Installation.spark(), Installation.sent()).flatMap(Collection::stream).toList();
    return start(
        folder,
        Installation.java(
            "-Dspark.jars=" + String.join(",", Installation.sent()),
            "-Dsteadymi.spark.log=info",
            "-cp",
            String.join(":", classPath),
            Main.class.getName()),
        arguments);
  }

  /**
   * The same program as {@code spark-submit} starts it on a cluster.
   *
   * @param scheme before the names of jars: {@code local:} where workers have them
   */
  static Driver submit(Path folder, StandaloneCluster cluster, String scheme, String... arguments)
      throws IOException {
    List<String> jars = Installation.sent().stream().map(jar -> scheme + jar).toList();
    return start(
        folder,
        Installation.java(
            "-cp",
            cluster.home().resolve("jars") + "/*",
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            cluster.address(),
            "--class",
            Main.class.getName(),
            "--jars",
            String.join(",", jars.subList(1, jars.size())),
            jars.get(0)),
        arguments);
  }

  private static Driver start(Path folder, List<String> java, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    builder.environment().remove("STEADYMI_STDERR");
    return new Driver(builder.start(), out, err);
  }

  String errors() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
