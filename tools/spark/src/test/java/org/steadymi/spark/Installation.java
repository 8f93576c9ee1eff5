package org.steadymi.spark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the build of this module has left: jars for a driver, for workers, and Java's options. */
final class Installation {
  private static final Path TARGET = Path.of(System.getProperty("steadymi.target"));

  private Installation() {}

  /** What the driver sends to workers: this module, the others and TensorFlow. */
  static List<String> sent() throws IOException {
    List<String> sent = new ArrayList<>();
    sent.add(TARGET.resolve("steadymi-spark.jar").toString());
    sent.addAll(List.of(Files.readString(TARGET.resolve("jars")).strip().split(",", -1)));
    return sent;
  }

  /** The tests' own classes as one more jar to send, made in a folder. */
  static Path testsJar(Path folder) throws IOException, URISyntaxException {
    Path classes =
        Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = folder.resolve("tests.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  /** Spark and what it needs. */
  static List<String> spark() throws IOException {
    return List.of(Files.readString(TARGET.resolve("spark")).strip().split(":", -1));
  }

  /** Java with the options of Spark's driver. */
  static List<String> java(String... more) {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    java.add("@" + Path.of("jvm-options").toAbsolutePath());
    java.addAll(List.of(more));
    return java;
  }

  /** The folder of a Spark as workers have it, with nothing of ours on its class path. */
  static Path workersHome(Path folder) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    List<String> shared =
        sent().stream()
            .filter(jar -> !jar.matches(".*/(steadymi|tensorflow|ndarray|javacpp|parquet)[^/]*"))
            .toList();
    for (String jar : Stream.concat(spark().stream(), shared.stream()).toList()) {
      Path file = Path.of(jar);
      Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
    }
    return folder;
  }
}
