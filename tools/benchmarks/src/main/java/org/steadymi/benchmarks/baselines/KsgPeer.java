package org.steadymi.benchmarks.baselines;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.protocol.PeerServer;
import org.steadymi.estimators.Version;
import org.steadymi.estimators.baselines.Ksg;
import org.steadymi.estimators.baselines.NeighbourSettings;

/** Our estimators as a peer; a unit of work is one estimate. */
public final class KsgPeer implements Peer {
  static final int NEIGHBOURS = 3;

  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final String name;
  private final DoubleSupplier estimate;
  private boolean warm;

  /** With a tree, or with all distances. */
  enum Method {
    TREE {
      @Override
      KsgPeer on(KsgTask.Pairs pairs, int threads) {
        var settings = NeighbourSettings.DEFAULTS.withNeighbours(NEIGHBOURS).withThreads(threads);
        Ksg ksg = new Ksg(Ksg.Variant.FIRST, settings);
        return new KsgPeer(
            "SteadyMI " + Version.CURRENT, () -> ksg.estimate(pairs.x(), pairs.y()).nats());
      }
    },
    BRUTE_FORCE {
      @Override
      KsgPeer on(KsgTask.Pairs pairs, int threads) {
        return new KsgPeer(
            "all distances, in Java", () -> new BruteForceKsg(pairs, NEIGHBOURS).nats());
      }
    };

    abstract KsgPeer on(KsgTask.Pairs pairs, int threads);
  }

  private KsgPeer(String name, DoubleSupplier estimate) {
    this.name = name;
    this.estimate = estimate;
  }

  /**
   * Serves on standard input and output.
   *
   * @param arguments method, file of samples, width and threads
   */
  public static void main(String[] arguments) {
    if (arguments.length != 4) {
      throw new IllegalArgumentException(
          "expected METHOD FILE WIDTH THREADS, found " + String.join(" ", arguments));
    }
    Method method = Method.valueOf(arguments[0]);
    int width = Integer.parseInt(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    PeerServer.main(() -> method.on(KsgTask.read(Path.of(arguments[1]), width), threads));
  }

  /** The command line of such a process. */
  static List<String> command(Method method, Path file, int width, int threads) {
    return JavaCommand.of(
        KsgPeer.class,
        List.of(),
        List.of(
            method.name(), file.toString(), Integer.toString(width), Integer.toString(threads)));
  }

  @Override
  public String name() {
    return name;
  }

  /** Estimates for two seconds before the first lap: the virtual machine compiles meanwhile. */
  @Override
  public void prepare(int estimates) {
    long start = System.nanoTime();
    while (!warm && System.nanoTime() - start < WARM_UP_NANOS) {
      run(1);
    }
    warm = true;
  }

  /** The last estimate, nats. */
  @Override
  public double run(int estimates) {
    double last = Double.NaN;
    for (int i = 0; i < estimates; i++) {
      last = estimate.getAsDouble();
    }
    return last;
  }
}
