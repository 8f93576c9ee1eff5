package org.steadymi.benchmarks.output;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What a verb says beside its results.
 *
 * @param command the verb
 */
public record Console(CommandSpec command) {
  /** Says on standard error what is being done. */
  public void progress(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  /**
   * Checks an option.
   *
   * @throws ParameterException if it does not hold
   */
  public void requireModest(String option, boolean holds) {
    if (!holds) {
      throw new ParameterException(
          command.commandLine(), option + ": expected a number above 0 that is not huge");
    }
  }
}
