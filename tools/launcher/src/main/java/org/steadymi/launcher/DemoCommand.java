package org.steadymi.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.steadymi.launcher.demo.Demo;
import org.steadymi.report.Report;
import org.steadymi.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "The main job end to end on built-in data; a few minutes on two cores, ends with an HTML report.")
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "steadymi-demo",
      description = "folder of the report and the models (default: ${DEFAULT-VALUE})")
  private Path out;

  @Option(
      names = "--overwrite",
      description = "replace the results of an earlier demo in that folder")
  private boolean overwrite;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of everything random (default: ${DEFAULT-VALUE})")
  private int seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "critics trained at once, one thread each (default: the number of processors)")
  private Integer jobs;

  @Override
  public Integer call() throws InterruptedException {
    ReportFolder.requireFree(out, overwrite);
    int workers = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    if (workers < 1) {
      throw new ParameterException(
          command.commandLine(), "--jobs: expected at least 1, found " + workers);
    }
    Demo demo = new Demo(out.resolve("models"), seed, workers);
    Report report;
    EndHook atOnce = EndHook.atOnce();
    try (atOnce;
        Progress progress =
            Progress.of("demo", "steps", demo.steps(), command.commandLine().getErr())) {
      report = demo.run(steps -> progress.advance(steps, ""));
    }
    Path page = ReportWriter.write(out, report);
    PrintWriter stdout = command.commandLine().getOut();
    report.summary().forEach(stdout::println);
    stdout.println("Report: " + page.toAbsolutePath());
    stdout.flush();
    return ExitCode.OK;
  }
}
