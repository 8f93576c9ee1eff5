package org.steadymi.benchmarks.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who takes part. */
public enum Contender {
  /** (a) of the table. */
  STEP("step", new Own(TrainingPeer.Form.STEP)),
  /** (b) of the table. */
  LOOP("loop", new Own(TrainingPeer.Form.LOOP)),
  /** (c) of the table. */
  REPLICAS("replicas", new Own(TrainingPeer.Form.REPLICAS)),
  PYTORCH(
      "pytorch",
      new Python(
          "pytorch",
          Map.of(
              GaussianTask.SEPARABLE, "pytorch_eager.py",
              GaussianTask.CONCAT, "pytorch_concat.py"))),
  TENSORFLOW("tensorflow", Python.separable("tensorflow", "tensorflow_loop.py")),
  TENSORFLOW_XLA("tensorflow-xla", Python.separable("tensorflow", "tensorflow_xla.py")),
  JAX("jax", Python.separable("jax", "jax_step.py")),
  JAX_SCAN("jax-scan", Python.separable("jax", "jax_scan.py"));

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
   * Scripts of the folder {@code peers}.
   *
   * @param environment virtual environment they run in
   * @param scripts file name by task; it takes no part in others
   */
  record Python(String environment, Map<GaussianTask, String> scripts) implements Program {
    static Python separable(String environment, String script) {
      return new Python(environment, Map.of(GaussianTask.SEPARABLE, script));
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

  /** Whether it can train on a task. */
  boolean trains(GaussianTask task) {
    return !(program instanceof Python python) || python.scripts().containsKey(task);
  }

  /** Critics that it trains at once: as many run-steps as steps. */
  int replicas() {
    return program instanceof Own own ? own.form().replicas() : 1;
  }
}
