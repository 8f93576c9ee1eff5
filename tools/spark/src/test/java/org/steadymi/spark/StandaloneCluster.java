package org.steadymi.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Spark cluster on this machine: a master and workers of one core, each a process. */
final class StandaloneCluster implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");

  private final Path folder;
  private final Path home;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private final String address;

  StandaloneCluster(Path folder, int workers) throws IOException, InterruptedException {
    this.folder = folder;
    this.home = Installation.workersHome(folder.resolve("spark"));
    start("master", "org.apache.spark.deploy.master.Master", "--webui-port", "0");
    this.address = awaitAddress();
    addWorkers(workers);
  }

  /** Starts more workers. */
  void addWorkers(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      workers.add(startWorker("worker-" + workers.size()));
    }
  }

  /** Waits for the end of all executors, which comes after that of their application. */
  void awaitExecutors() {
    workers.stream().flatMap(Process::descendants).forEach(executor -> executor.onExit().join());
  }

  /** {@code spark://HOST:PORT}. */
  String address() {
    return address;
  }

  /** The folder of Spark as the cluster has it. */
  Path home() {
    return home;
  }

  /** SIGKILL to a worker and its executors, as when their machine is lost. */
  void kill(int worker) {
    Process process = workers.get(worker);
    List<ProcessHandle> executors = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  private Process startWorker(String name) throws IOException {
    return start(
        name,
        "org.apache.spark.deploy.worker.Worker",
        ("--webui-port 0 --cores 1 --memory 1g --work-dir " + folder.resolve(name) + " " + address)
            .split(" ", -1));
  }

  private Process start(String name, String main, String... arguments) throws IOException {
    List<String> command =
        Installation.java("-cp", home.resolve("jars") + "/*", main, "--host", "127.0.0.1");
    command.addAll(List.of("--port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String awaitAddress() throws IOException, InterruptedException {
    Process master = processes.get(0);
    while (!master.waitFor(50, TimeUnit.MILLISECONDS)) {
      Matcher line = STARTED.matcher(Files.readString(log("master")));
      if (line.find()) {
        return line.group(1);
      }
    }
    throw new IllegalStateException("no master: " + Files.readString(log("master")));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
    try (Stream<Path> links = Files.list(home.resolve("jars"))) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
  }
}
