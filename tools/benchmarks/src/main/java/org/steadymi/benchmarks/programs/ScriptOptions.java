package org.steadymi.benchmarks.programs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.steadymi.benchmarks.output.Console;
import picocli.CommandLine.Option;

/** The launcher, whose whole runs are timed, and how often. */
public final class ScriptOptions {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "runs of each program (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--steadymi",
      paramLabel = "SCRIPT",
      defaultValue = "${env:STEADYMI_SCRIPT:-steadymi}",
      description = "the launcher (default: the one of this project)")
  private Path script;

  /**
   * Checks the numbers.
   *
   * @throws picocli.CommandLine.ParameterException with one line, if one is not modest
   */
  public void require(Console console) {
    console.requireModest("--rounds", rounds >= 1);
  }

  /** Runs of each program. */
  public int rounds() {
    return rounds;
  }

  /** A run of the launcher. */
  public Program program(String label, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(script.toString());
    command.addAll(arguments);
    return new Program(label, command);
  }
}
