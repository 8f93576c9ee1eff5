package org.steadymi.benchmarks.images;

import java.util.List;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.protocol.PeerServer;
import org.steadymi.estimators.Version;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.TrainingLoop;

/** SteadyMI's training loop on images as a peer. */
public final class ImagePeer implements Peer {
  private final TrainingLoop loop;

  /**
   * Serves on standard input and output.
   *
   * @param arguments network and threads, such as {@code small-cnn 1}
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "expected NETWORK THREADS, found " + String.join(" ", arguments));
    }
    ImageNetwork network = ImageNetwork.named(arguments[0]);
    int threads = Integer.parseInt(arguments[1]);
    PeerServer.main(() -> new ImagePeer(network, threads));
  }

  /** The command line of such a process. */
  static List<String> command(ImageNetwork network, int threads) {
    return JavaCommand.of(
        ImagePeer.class, List.of(), List.of(network.id(), Integer.toString(threads)));
  }

  /** A peer that trains a network. */
  ImagePeer(ImageNetwork network, int threads) {
    this.loop = network.loop(threads);
  }

  @Override
  public String name() {
    return "SteadyMI " + Version.CURRENT;
  }

  /** One step before the first lap: the runtime prepares a graph when it first runs. */
  @Override
  public void prepare(int steps) {
    if (loop.step() == 0) {
      loop.run(1);
    }
  }

  /** The mean estimate of these steps, nats. */
  @Override
  public double run(int steps) {
    double sum = 0;
    for (double value : loop.run(steps).get(0).series(Metric.VALUE)) {
      sum += value;
    }
    return sum / steps;
  }

  @Override
  public void close() {
    loop.close();
  }
}
