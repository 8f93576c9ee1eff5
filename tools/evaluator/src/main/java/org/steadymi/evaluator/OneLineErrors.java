package org.steadymi.evaluator;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.steadymi.savedmodels.SavedModelException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Errors of a command line as one line on standard error, {@code steadymi: …}; the stack trace only
 * where {@code --verbose} was given. Exit code 2 for wrong usage and bad input, 1 for a failure
 * while running.
 */
public final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String VERBOSE = "--verbose";

  /**
   * Puts these errors in the place of picocli's, and gives every command the option {@code
   * --verbose}.
   */
  public static CommandLine install(CommandLine commandLine) {
    OneLineErrors errors = new OneLineErrors();
    declareVerbose(commandLine);
    return commandLine.setExecutionExceptionHandler(errors).setParameterExceptionHandler(errors);
  }

  private static void declareVerbose(CommandLine commandLine) {
    commandLine
        .getCommandSpec()
        .addOption(
            OptionSpec.builder(VERBOSE)
                .type(boolean.class)
                .description("show the stack trace of an error, and TensorFlow's own lines")
                .build());
    commandLine.getSubcommands().values().forEach(OneLineErrors::declareVerbose);
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String message = wrong.getMessage().replaceFirst("^Error: ", ""); // as picocli begins some
    print(wrong.getCommandLine(), message + didYouMean(wrong));
    return ExitCode.USAGE;
  }

  private static String didYouMean(ParameterException wrong) {
    List<String> close =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return close.isEmpty() ? "" : " (did you mean " + String.join(" or ", close) + "?)";
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

  /**
   * TensorFlow's own invalid arguments are those of a program, not of the person who calls it; and
   * memory or a disk that does not suffice is no fault of the model's.
   */
  private static boolean badInput(Exception failure) {
    boolean refused =
        failure instanceof IllegalArgumentException
            && !(failure instanceof TFInvalidArgumentException);
    boolean exhausted =
        failure.getCause() instanceof OutOfMemoryError
            || failure.getCause() instanceof TFResourceExhaustedException;
    return refused || (failure instanceof SavedModelException && !exhausted);
  }

  private static void print(CommandLine commandLine, String message) {
    PrintWriter err = commandLine.getErr();
    err.println("steadymi: " + message.strip().lines().findFirst().orElse(""));
    err.flush();
  }
}
