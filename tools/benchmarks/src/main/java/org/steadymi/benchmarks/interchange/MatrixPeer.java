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
 * Every pair of a batch scored by {@link SavedCritic#scoreMatrix}, on one thread. A unit is a call:
 * two arrays in, the scores out where TensorFlow has them; {@code peers/tensorflow_scoring.py} gets
 * a copy of them, as is usual there. Neither looks for NaN.
 */
public final class MatrixPeer implements Peer {
  private final SavedCritic critic;
  private final Pairs batch;

  private MatrixPeer(Path model, int rows) {
    ConfigProto oneThread =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .build();
    this.critic = SavedCritic.load(model, LoadOptions.DEFAULT.withSession(oneThread).allowingNan());
    this.batch = GaussianTask.data().pairs(Split.REPORT, 0, rows);
  }

  /**
   * Serves on standard input and output.
   *
   * @param arguments model and rows
   */
  public static void main(String[] arguments) {
    PeerServer.main(() -> new MatrixPeer(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
  }

  /** The command line of such a process. */
  static List<String> command(Path model, int rows) {
    return JavaCommand.of(
        MatrixPeer.class, List.of(), List.of(model.toString(), Integer.toString(rows)));
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
    float[] x = batch.x().values();
    float[] y = batch.y().values();
    double first = 0;
    for (int i = 0; i < calls; i++) {
      first = critic.scoreMatrix(x, batch.count(), y, batch.count(), scores -> scores.getFloat(0));
    }
    return first;
  }

  @Override
  public void close() {
    critic.close();
  }
}
