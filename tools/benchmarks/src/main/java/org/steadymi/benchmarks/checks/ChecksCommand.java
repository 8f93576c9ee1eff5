package org.steadymi.benchmarks.checks;

import java.util.List;
import java.util.concurrent.Callable;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.checks.Extrapolation;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code checks}. */
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Self-checks and extrapolations of estimates whose mutual information is known.")
public final class ChecksCommand implements Callable<Integer> {
  private static final int PERMUTATIONS = 19; // not read here, and this is the least

  @Spec private CommandSpec command;

  @Option(
      names = "--tasks",
      split = ",",
      paramLabel = "ID",
      defaultValue =
          "1v1-normal-0.75,multinormal-sparse-3-3-2-2.0,student-identity-2-2-1,spiral-multinormal-sparse-3-3-2-2.0",
      description = "tasks of known mutual information (default: ${DEFAULT-VALUE})")
  private List<String> tasks;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "2000",
      description = "rows of a sample, 200 or more (default: ${DEFAULT-VALUE})")
  private int rows;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "samples of each task (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "of the estimates (default: ${DEFAULT-VALUE})")
  private String method;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "threads of an estimate (default: ${DEFAULT-VALUE})")
  private int threads;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    require("--seeds", seeds, 1);
    EstimateOptions options =
        EstimateOptions.DEFAULTS
            .withMethod(method)
            .withThreads(threads)
            .withPermutations(PERMUTATIONS);
    require("--rows", rows, Extrapolation.fewestRows(options));
    tasks.forEach(CheckedTask::source);
    output.require();
    Console console = new Console(command);
    List<CheckedTask> checked =
        tasks.stream()
            .map(task -> CheckedTask.of(task, rows, seeds, options, console::progress))
            .toList();
    ChecksReport report = new ChecksReport(Machine.here(), reproduce(), checked);
    output.write(report.report(), report, command.commandLine().getOut());
    return ExitCode.OK;
  }

  private void require(String option, int found, int least) {
    if (found < least) {
      throw new ParameterException(
          command.commandLine(),
          "%s: expected at least %d, found %d".formatted(option, least, found));
    }
  }

  private String reproduce() {
    return "tools/benchmarks/run checks --tasks %s --rows %d --seeds %d --method %s"
        .formatted(String.join(",", tasks), rows, seeds, method);
  }
}
