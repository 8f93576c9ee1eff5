package org.steadymi.benchmarks.interchange;

import java.nio.file.Path;
import java.util.List;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.protocol.PeerServer;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.Version;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.SavedCritic;
import org.tensorflow.proto.ConfigProto;

/**
 * Every pair of a batch scored by {@link SavedCritic#scoreMatrix}, on one thread, as {@code
 * peers/tensorflow_scoring.py} does it. A unit is a call: two arrays in, the scores out, in place
 * or copied. Neither looks for NaN.
 */
public final class MatrixPeer implements Peer {
  private final SavedCritic critic;
  private final Pairs batch;
  private final Reading reading;

  private MatrixPeer(Path model, int rows, Reading reading) {
    ConfigProto oneThread =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .build();
    this.critic = SavedCritic.load(model, LoadOptions.DEFAULT.withSession(oneThread).allowingNan());
    this.batch = GaussianTask.data().pairs(Split.REPORT, 0, rows);
    this.reading = reading;
  }

  /**
   * Serves on standard input and output.
   *
   * @param arguments model, rows and reading
   */
  public static void main(String[] arguments) {
    Path model = Path.of(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    Reading reading = Reading.valueOf(arguments[2]);
    PeerServer.main(() -> new MatrixPeer(model, rows, reading));
  }

  /** The command line of such a process. */
  static List<String> command(Path model, int rows, Reading reading) {
    return JavaCommand.of(
        MatrixPeer.class,
        List.of(),
        List.of(model.toString(), Integer.toString(rows), reading.name()));
  }

  @Override
  public String name() {
    return "SteadyMI " + Version.CURRENT;
  }

  @Override
  public void prepare(int calls) {
    run(Math.min(calls, 3));
  }

  /** The last call's first score, nats. */
  @Override
  public double run(int calls) {
    double first = 0;
    for (int i = 0; i < calls; i++) {
      first = call();
    }
    return first;
  }

  private double call() {
    float[] x = batch.x().values();
    float[] y = batch.y().values();
    int n = batch.count();
    return reading == Reading.IN_PLACE
        ? critic.scoreMatrix(x, n, y, n, scores -> scores.getFloat(0))
        : critic.scoreMatrix(x, n, y, n)[0];
  }

  @Override
  public void close() {
    critic.close();
  }
}
