package org.steadymi.benchmarks.models;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.protocol.PeerServer;

/** Work that makes or uses an exported critic, as a process of its own. */
public final class ModelPeer {
  private ModelPeer() {}

  /** What is done with the model. */
  public enum Work {
    /** A unit is a training step; the result becomes the model. */
    EXPORT(ExportingPeer::new),
    /** A unit is a pair, scored. */
    SCORE(ScoringPeer::new),
    /** A unit is a pair that the evaluator reads. */
    EVALUATE(EvaluatingPeer::new),
    /** A unit is a training row of synthetic features that the probe is fitted to; no model. */
    PROBE(model -> new ProbingPeer()),
    /** A unit is a training row of synthetic features among which neighbours are; no model. */
    NEIGHBOURS(model -> new NeighbouringPeer()),
    /** A unit is a cycle of loading, scoring and closing. */
    LOAD(LoadingPeer::new);

    private final Function<Path, Peer> maker;

    Work(Function<Path, Peer> maker) {
      this.maker = maker;
    }

    /** The peer, in this process. */
    public Peer on(Path model) {
      return maker.apply(model);
    }
  }

  /**
   * Serves on standard input and output.
   *
   * @param arguments work and model, such as {@code SCORE /tmp/critic}
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "expected WORK MODEL, found " + String.join(" ", arguments));
    }
    Work work = Work.valueOf(arguments[0]);
    PeerServer.main(() -> work.on(Path.of(arguments[1])));
  }

  /** The command line of such a process. */
  public static List<String> command(Work work, Path model, List<String> javaOptions) {
    return JavaCommand.of(ModelPeer.class, javaOptions, List.of(work.name(), model.toString()));
  }
}
