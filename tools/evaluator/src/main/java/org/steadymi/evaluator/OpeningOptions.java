package org.steadymi.evaluator;

import java.io.PrintWriter;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.Consumer;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine.Option;

/** The options of a command that opens a SavedModel somebody else may have made. */
final class OpeningOptions implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How warnings begin. */
  static final String WARNING = "steadymi: warning: ";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = TimeConverter.class,
      description =
          "what opening the model and each call of it may take, such as 30s or 1h30m (default:"
              + " ${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(
      names = "--trust",
      description = "open the model even if it is more than arithmetic: it may do what you may do")
  private boolean trust;

  /** The options, warnings going to standard error. */
  LoadOptions loadOptions(PrintWriter err) {
    return loadOptions(warning -> warn(err, warning));
  }

  /** The options, without the warnings: for a model of which they were given before. */
  LoadOptions silentLoadOptions() {
    return loadOptions(warning -> {});
  }

  private LoadOptions loadOptions(Consumer<String> warn) {
    LoadOptions options = LoadOptions.DEFAULT.withTimeout(timeout);
    return trust ? options.withTrust(warn) : options;
  }

  private static void warn(PrintWriter err, String warning) {
    err.println(WARNING + warning);
    err.flush();
  }
}
