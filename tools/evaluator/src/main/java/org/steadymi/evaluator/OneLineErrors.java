package org.steadymi.evaluator;

import java.io.PrintWriter;
import java.util.Optional;
import org.steadymi.savedmodels.SavedModelException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Errors of a command line as one line on standard error, {@code steadymi: …}; the stack trace only
 * where {@code --verbose} was given. Exit code 2 for wrong usage and bad input, 1 for a failure
 * while running.
 */
public final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /** The option that asks for stack traces, to be declared by each command. */
  public static final String VERBOSE = "--verbose";

  /** Puts these errors in the place of picocli's. */
  public static CommandLine install(CommandLine commandLine) {
    OneLineErrors errors = new OneLineErrors();
    return commandLine.setExecutionExceptionHandler(errors).setParameterExceptionHandler(errors);
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    print(wrong.getCommandLine(), wrong.getMessage());
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    String message =
        Optional.ofNullable(failure.getMessage()).orElseGet(failure.getClass()::getSimpleName);
    print(commandLine, message);
    if (commandLine.getParseResult().hasMatchedOption(VERBOSE)) {
      failure.printStackTrace(commandLine.getErr());
    }
    return badInput(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  /** TensorFlow's own invalid arguments are those of a program, not of the person who calls it. */
  private static boolean badInput(Exception failure) {
    boolean refused =
        failure instanceof IllegalArgumentException
            && !(failure instanceof TFInvalidArgumentException);
    return refused || failure instanceof SavedModelException;
  }

  private static void print(CommandLine commandLine, String message) {
    PrintWriter err = commandLine.getErr();
    err.println("steadymi: " + message.strip().lines().findFirst().orElse(""));
    err.flush();
  }
}
