package org.steadymi.benchmarks.programs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.steadymi.benchmarks.training.Programs;
import org.steadymi.datasets.tables.WrittenFormat;
import org.steadymi.estimators.sample.Methods;

/**
 * A command that estimates the mutual information of a table.
 *
 * @param name {@value #MIST}, or a method of {@code steadymi estimate}
 */
record EstimateContender(String name) {
  private static final String MIST = "torch-mist";
  private static final String MIST_PROGRAM = "mist";
  private static final String MIST_ENVIRONMENT = "pytorch";

  /** The method that is one network, trained as torch-mist trains one. */
  private static final String ONE_NETWORK = Methods.alone("js");

  /** Those that take part unless others are asked for. */
  static final String USUAL = "js-scores,auto,torch-mist";

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException with one line, if it is neither
   */
  EstimateContender {
    if (!name.equals(MIST) && !Methods.exists(name)) {
      throw Methods.unknown(name, List.of(MIST));
    }
  }

  boolean isMist() {
    return name.equals(MIST);
  }

  /** What tables call it. */
  String label() {
    if (isMist()) {
      return "torch-mist: one network";
    }
    return "SteadyMI: " + (name.equals(ONE_NETWORK) ? "one network" : name);
  }

  /** What it does, in a sentence. */
  String does() {
    if (isMist()) {
      return "torch-mist trains one network once, on the Jensen–Shannon objective, and reads the rows that it was trained"
          + " on.";
    }
    if (name.equals(ONE_NETWORK)) {
      return "One network: SteadyMI trains it in each of five folds, on the Jensen–Shannon objective, reads every row by"
          + " one that never saw it, and adds interval, verdict and baselines.";
    }
    return name.equals(Methods.AUTO)
        ? "auto is SteadyMI's portfolio of seven critics, of which a committee is chosen."
        : "%s is SteadyMI with `--method %s`.".formatted(name, name);
  }

  /** Why it cannot take part, in one line; empty if it can. */
  Optional<String> missing(WrittenFormat format, Programs python) {
    if (!isMist()) {
      return Optional.empty();
    }
    return format == WrittenFormat.CSV
        ? python.missing(MIST_PROGRAM, MIST_ENVIRONMENT)
        : Optional.of(MIST + " left out: it reads no other files than CSV");
  }

  /** What is run on a table in a file. */
  Program program(SampleTable table, Path file, ScriptOptions launcher, Programs python) {
    return isMist()
        ? new Program(label(), mist(file, python))
        : launcher.program(label(), steadymi(table, file));
  }

  private List<String> steadymi(SampleTable table, Path file) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("estimate", file.toString()));
    arguments.addAll(table.columns());
    arguments.addAll(List.of("--method", name));
    return arguments;
  }

  private static List<String> mist(Path file, Programs python) {
    return python.tool(
        MIST_ENVIRONMENT,
        MIST_PROGRAM,
        List.of(
            "data=csv",
            "data.filepath=" + file,
            "mi_estimator=js",
            "estimation.x_key=x",
            "estimation.y_key=y",
            "hydra.run.dir=" + file.resolveSibling("mist"),
            "hydra.output_subdir=null"));
  }
}
