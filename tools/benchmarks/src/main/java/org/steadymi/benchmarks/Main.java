package org.steadymi.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.steadymi.benchmarks.all.AllCommand;
import org.steadymi.benchmarks.baselines.BaselinesCommand;
import org.steadymi.benchmarks.checks.ChecksCommand;
import org.steadymi.benchmarks.evaluation.EvaluationCommand;
import org.steadymi.benchmarks.images.ImagesCommand;
import org.steadymi.benchmarks.interchange.InterchangeCommand;
import org.steadymi.benchmarks.products.ProductsCommand;
import org.steadymi.benchmarks.programs.EstimateCommand;
import org.steadymi.benchmarks.programs.ScalingCommand;
import org.steadymi.benchmarks.soak.SoakCommand;
import org.steadymi.benchmarks.training.TrainingCommand;
import org.steadymi.evaluator.OneLineErrors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind the script {@code run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Speed and memory of SteadyMI.",
    subcommands = {
      TrainingCommand.class,
      ProductsCommand.class,
      ImagesCommand.class,
      SoakCommand.class,
      EvaluationCommand.class,
      InterchangeCommand.class,
      BaselinesCommand.class,
      ChecksCommand.class,
      EstimateCommand.class,
      ScalingCommand.class,
      AllCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec command;

  /** Runs a verb; exits with 0 done, 1 failed while running, 2 bad usage or input. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    return OneLineErrors.install(line);
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "no verb given; run --help lists them");
  }
}
