package org.steadymi.evaluator;

import picocli.CommandLine;

/**
 * The evaluator as a program of its own: {@code java -jar target/evaluator/steadymi-evaluator.jar
 * MODEL …}, its libraries in {@code lib/} beside it.
 *
 * <p>TensorFlow's native library prints lines of its own on standard error unless {@code
 * TF_CPP_MIN_LOG_LEVEL=2} is in the environment when the program starts.
 */
public final class Main {
  private Main() {}

  /**
   * Runs {@link EvaluateCommand}; exits with 0 done, 1 failed while running, 2 bad usage or input.
   */
  public static void main(String[] arguments) {
    System.exit(IsolatedEvaluation.install(commandLine(), Main.class).execute(arguments));
  }

  static CommandLine commandLine() {
    return OneLineErrors.install(
        new CommandLine(new EvaluateCommand()).setCommandName("steadymi-evaluator"));
  }
}
