package org.steadymi.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code data}. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Image sets: what there is and under which licence; fetches and verifies them.",
    subcommands = {DataListCommand.class, DataFetchCommand.class, DataVerifyCommand.class})
final class DataCommand implements Runnable {
  @Spec private CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(),
        "expected data list, data fetch NAME or data verify; steadymi data --help");
  }
}
