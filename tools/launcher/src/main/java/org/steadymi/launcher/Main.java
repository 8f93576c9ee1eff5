package org.steadymi.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.steadymi.estimators.Version;
import org.steadymi.evaluator.EvaluateCommand;
import org.steadymi.evaluator.IsolatedEvaluation;
import org.steadymi.evaluator.OneLineErrors;
import org.steadymi.evaluator.bulk.EncodeCommand;
import org.steadymi.evaluator.bulk.ScoreCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code steadymi}. */
@Command(
    name = "steadymi",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class,
    description = "Mutual information with neural critics: train, export, evaluate, report.",
    subcommands = {
      DemoCommand.class,
      LossesCommand.class,
      EstimateCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      ScoreCommand.class,
      EncodeCommand.class,
      DataCommand.class,
      ExperimentCommand.class,
      ReproductionCommand.class,
      ReportCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec command;

  /** Runs a verb; exits with 0 done, 1 failed while running, 2 bad usage or input. */
  public static void main(String[] arguments) {
    StandardError.restore();
    System.exit(execute(arguments));
  }

  private static int execute(String... arguments) {
    try {
      return IsolatedEvaluation.install(commandLine(), Main.class).execute(arguments);
    } catch (LinkageError broken) {
      System.err.println("steadymi: " + NativeLibrary.problem().orElseGet(broken::toString));
    } catch (OutOfMemoryError full) {
      System.err.println("steadymi: out of Java memory; give more with JAVA_TOOL_OPTIONS=-Xmx…");
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    return OneLineErrors.install(line);
  }

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(), "no verb given; steadymi --help lists them");
  }

  /** What {@code --version} prints. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"steadymi " + Version.CURRENT};
    }
  }
}
