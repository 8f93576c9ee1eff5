package org.steadymi.evaluator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs the verbs that open a model in a process of its own: TensorFlow ends the whole process over
 * some damaged models, and then one line is left to say so. The process is the same program once
 * more, with the same arguments, standard output and settings of the virtual machine.
 */
public final class IsolatedEvaluation implements IExecutionStrategy {
  private static final String INSIDE = "steadymi.evaluate.inside";
  private static final String VERBOSE = "--verbose";
  private static final String OWN_LINE = "steadymi: ";

  /** Where the script {@code steadymi} has errors written; the process writes to its parent. */
  private static final String ERRORS_ELSEWHERE = "STEADYMI_STDERR";

  /** A process that a signal ended has 128 and the signal as its exit code. */
  private static final int SIGNALS = 128;

  private static final int KILLED = SIGNALS + 9;
  private static final int INTERRUPTED = SIGNALS + 2;
  private static final int TERMINATED = SIGNALS + 15;

  private static final Pattern FATAL = Pattern.compile("F[ 0-9].*?\\] ?(.+)");

  private final Class<?> program;

  private IsolatedEvaluation(Class<?> program) {
    this.program = program;
  }

  /**
   * Has a command line run the verbs that open a model in a process of its own, and everything else
   * as before. In such a process, sees to it that it ends with the one that started it. Where the
   * program is not of the Java class path, as with spark-submit, which has a loader of its own, a
   * process would not find it: then a model is opened in this one.
   *
   * @param program whose main method runs the command line
   */
  public static CommandLine install(CommandLine commandLine, Class<?> program) {
    if (Boolean.getBoolean(INSIDE)) {
      endWithParent();
      return commandLine;
    }
    if (program.getClassLoader() != ClassLoader.getSystemClassLoader()) {
      return commandLine;
    }
    return commandLine.setExecutionStrategy(new IsolatedEvaluation(program));
  }

  @Override
  public int execute(ParseResult parsed) {
    ParseResult verb = parsed;
    while (verb.hasSubcommand()) {
      verb = verb.subcommand();
    }
    boolean evaluates =
        verb.commandSpec().userObject() instanceof OpensModel
            && !verb.isUsageHelpRequested()
            && !verb.isVersionHelpRequested();
    return evaluates ? run(parsed, verb) : new RunLast().execute(parsed);
  }

  private int run(ParseResult parsed, ParseResult verb) {
    CommandLine commandLine = verb.commandSpec().commandLine();
    Process process = null;
    try {
      process = start(parsed.originalArgs());
      boolean verbose = parsed.originalArgs().contains(VERBOSE);
      Errors errors = forward(process, commandLine.getErr(), verbose);
      int code = process.waitFor();
      if (code > ExitCode.USAGE || (code != ExitCode.OK && !errors.told())) {
        return report(commandLine.getErr(), code, errors.reason());
      }
      return code;
    } catch (IOException failed) {
      throw new ExecutionException(commandLine, failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new ExecutionException(commandLine, "evaluation was interrupted", interrupted);
    }
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.contains("jdwp")) // one debugger at a time
        .forEach(command::add);
    command.add("-D" + INSIDE + "=true");
    // No report, no image of the memory: the line that follows says it.
    command.add("-XX:+SuppressFatalErrorMessage");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.remove(ERRORS_ELSEWHERE);
    return builder.start();
  }

  /**
   * What a process wrote on standard error.
   *
   * @param told whether an error of this program was among it
   * @param reason the one that TensorFlow gave for ending the process; empty where it gave none
   */
  private record Errors(boolean told, String reason) {}

  private static Errors forward(Process process, PrintWriter err, boolean verbose)
      throws IOException {
    boolean told = false;
    String reason = "";
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean own = line.startsWith(OWN_LINE);
        if (own || verbose) {
          err.println(line);
          err.flush();
        }
        told |= own && !line.startsWith(OpeningOptions.WARNING);
        Matcher fatal = FATAL.matcher(line);
        reason = fatal.find() ? fatal.group(1) : reason;
      }
    }
    return new Errors(told, reason);
  }

  /** Says how a process ended that did not say it; nothing where a person stopped it. */
  private static int report(PrintWriter err, int code, String reason) {
    if (code == INTERRUPTED || code == TERMINATED) {
      return code;
    }
    boolean crashed = code > SIGNALS && code != KILLED;
    err.println(OWN_LINE + (crashed ? crash(code, reason) : end(code)));
    err.flush();
    return crashed ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  private static String crash(int code, String reason) {
    return "TensorFlow ended the process that evaluated the model (%s); the model is damaged, or made to do this"
        .formatted(reason.isEmpty() ? "signal " + (code - SIGNALS) : reason);
  }

  private static String end(int code) {
    return code == KILLED
        ? "the process that evaluated the model was killed, most likely for want of memory; use a smaller --batch"
        : "the process that evaluated the model ended with code %d; use --verbose to see why"
            .formatted(code);
  }

  /** Its parent holds the other end of standard input. */
  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // nothing is sent
                }
              } catch (IOException closed) {
                // as at the end
              }
              Runtime.getRuntime().halt(TERMINATED);
            },
            "steadymi-parent");
    watch.setDaemon(true);
    watch.start();
  }
}
