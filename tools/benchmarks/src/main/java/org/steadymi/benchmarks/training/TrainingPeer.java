package org.steadymi.benchmarks.training;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.protocol.PeerServer;
import org.steadymi.estimators.Version;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.TrainingLoop;

/** SteadyMI's training loop as a peer; {@link #run} returns the estimate that it reached. */
public final class TrainingPeer implements Peer {
  private static final int WARM_UP = 20;
  private static final int VALUE_WINDOW = 100; // steps

  private final Form form;
  private final TrainingLoop loop;

  /** How the loop is called. */
  public enum Form {
    /** The loop entered anew for each step: what calling it wrongly costs. */
    STEP("one session.run per step", 1),
    /** As it is meant. */
    LOOP("the loop in the graph", 1),
    /** As it is meant, several seeds at once. */
    REPLICAS("the loop in the graph, 8 replicas", 8);

    private final String words;
    private final int replicas;

    Form(String words, int replicas) {
      this.words = words;
      this.replicas = replicas;
    }

    /** Critics trained at once. */
    public int replicas() {
      return replicas;
    }
  }

  /**
   * Serves on standard input and output.
   *
   * @param arguments form, critic and H, such as {@code LOOP separable 64}
   */
  public static void main(String[] arguments) {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "expected FORM CRITIC H, found " + String.join(" ", arguments));
    }
    Form form = Form.valueOf(arguments[0]);
    GaussianTask task = GaussianTask.named(arguments[1]);
    int hidden = Integer.parseInt(arguments[2]);
    PeerServer.main(() -> new TrainingPeer(form, task, hidden));
  }

  /** The command line of such a process. */
  public static List<String> command(
      Form form, GaussianTask task, int hidden, List<String> javaOptions) {
    return JavaCommand.of(
        TrainingPeer.class, javaOptions, List.of(form.name(), task.id(), Integer.toString(hidden)));
  }

  /** A peer with a critic whose hidden layers have that width. */
  public TrainingPeer(Form form, GaussianTask task, int hidden) {
    this.form = form;
    this.loop = task.loop(hidden, form.replicas);
  }

  @Override
  public String name() {
    return "SteadyMI %s, %s".formatted(Version.CURRENT, form.words);
  }

  @Override
  public void prepare(int steps) {
    run(Math.min(steps, WARM_UP));
  }

  /** Mean estimate of the last 100 steps, over all replicas, nats. */
  @Override
  public double run(int steps) {
    List<Curve> curves = new ArrayList<>();
    if (form == Form.STEP) {
      for (int i = 0; i < steps; i++) {
        curves.addAll(loop.run(1));
      }
      curves = curves.subList(Math.max(0, steps - VALUE_WINDOW), steps);
    } else {
      curves = loop.run(steps);
    }
    return curves.stream().mapToDouble(TrainingPeer::latest).average().orElseThrow();
  }

  @Override
  public void close() {
    loop.close();
  }

  private static double latest(Curve curve) {
    double[] values = curve.series(Metric.VALUE);
    int from = Math.max(0, values.length - VALUE_WINDOW);
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i];
    }
    return sum / (values.length - from);
  }
}
