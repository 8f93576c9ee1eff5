package org.steadymi.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.steadymi.report.Report;
import org.steadymi.report.ReportException;
import org.steadymi.report.ReportReader;
import org.steadymi.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "HTML page and CSV tables out of a folder of results, from its results.json.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "folder with a results.json")
  private Path folder;

  @Override
  public Integer call() {
    command.commandLine().getOut().println(ReportWriter.write(folder, read()));
    return ExitCode.OK;
  }

  private Report read() {
    try {
      return ReportReader.read(folder);
    } catch (ReportException bad) {
      throw new ParameterException(command.commandLine(), bad.getMessage(), bad);
    }
  }
}
