package org.steadymi.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.steadymi.laboratory.Reproduction;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code reproduction}. */
@Command(
    name = "reproduction",
    mixinStandardHelpOptions = true,
    description = "Published numbers beside those of finished studies, as a page in Markdown.")
final class ReproductionCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "folder with the folders of studies in it")
  private Path results;

  @Override
  public Integer call() {
    PrintWriter stdout = command.commandLine().getOut();
    stdout.print(Reproduction.markdown(results));
    stdout.flush();
    return ExitCode.OK;
  }
}
