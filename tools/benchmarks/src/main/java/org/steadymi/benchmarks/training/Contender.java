package org.steadymi.benchmarks.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who takes part. */
public enum Contender {
  /** (a) of the table. */
  STEP("step", new Own(TrainingPeer.Form.STEP)),
  /** (b) of the table. */
  LOOP("loop", new Own(TrainingPeer.Form.LOOP)),
  /** (c) of the table. */
  REPLICAS("replicas", new Own(TrainingPeer.Form.REPLICAS)),
  PYTORCH("pytorch", new Python("pytorch", "pytorch_critics.py")),
  PYTORCH_COMPILE("pytorch-compile", new Python("pytorch", "pytorch_critics.py", "--compile")),
  TENSORFLOW("tensorflow", new Python("tensorflow", "tensorflow_critics.py")),
  TENSORFLOW_XLA("tensorflow-xla", new Python("tensorflow", "tensorflow_critics.py", "--xla")),
  JAX("jax", new Python("jax", "jax_critics.py")),
  JAX_SCAN("jax-scan", new Python("jax", "jax_critics.py", "--scan"));

  private final String id;
  private final Program program;

  Contender(String id, Program program) {
    this.id = id;
    this.program = program;
  }

  /** What a contender's process runs. */
  sealed interface Program permits Own, Python {}

  /** A {@link TrainingPeer}. */
  record Own(TrainingPeer.Form form) implements Program {}

  /**
   * A script of the folder {@code peers}.
   *
   * @param environment virtual environment it runs in
   * @param script its file name
   * @param flags after the arguments that all of them take
   */
  record Python(String environment, String script, List<String> flags) implements Program {
    Python {
      flags = List.copyOf(flags);
    }

    Python(String environment, String script, String... flags) {
      this(environment, script, List.of(flags));
    }
  }

  /** The contender of that name, as on the command line. */
  public static Contender named(String id) {
    return Arrays.stream(values())
        .filter(contender -> contender.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown contender '%s'; known: %s".formatted(id, String.join(", ", ids()))));
  }

  /** All names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Contender::id).collect(Collectors.toList());
  }

  /** Its name on the command line and in tables. */
  public String id() {
    return id;
  }

  Program program() {
    return program;
  }

  /** Whether it is none of ours. */
  boolean isOfAnotherFramework() {
    return program instanceof Python;
  }

  /** Critics that it trains at once: as many run-steps as steps. */
  int replicas() {
    return program instanceof Own own ? own.form().replicas() : 1;
  }
}
