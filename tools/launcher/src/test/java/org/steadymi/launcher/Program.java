package org.steadymi.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a process of its own. */
record Program(int exitCode, String out, String err) {
  /** Runs {@code steadymi} with the arguments; its outputs pass through files in the folder. */
  static Program run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    int exitCode = start(out, err, arguments).waitFor();
    return new Program(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /** Starts {@code steadymi} with the arguments; its outputs go to files. */
  static Process start(Path out, Path err, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    builder.environment().remove("STEADYMI_STDERR");
    return builder.start();
  }

  /** The command that starts {@code steadymi} with the arguments. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED"); // as the script starts it
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
