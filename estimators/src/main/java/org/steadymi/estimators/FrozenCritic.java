package org.steadymi.estimators;

import java.util.List;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.losses.Noise;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.graphs.training.State;
import org.steadymi.graphs.training.TrainingLoop;

/** Measures critics on a fixed set of batches of one split. */
final class FrozenCritic implements AutoCloseable {
  private final TrainingLoop loop;
  private final int batches;

  /** Replicas are measured side by side on batches of their own, the same batches at every call. */
  FrozenCritic(TrainingConfig config, Split split, int batches, int replicas) {
    LoopSettings settings = config.loop().withReplicas(replicas);
    this.loop =
        new TrainingLoop(
            config.layout(),
            config.scores(split, Noise.NONE),
            config.loss(),
            new Optimizer.Frozen(),
            settings);
    this.batches = batches;
  }

  /**
   * The metrics of critics on the batches.
   *
   * @param parameters [replicas · size]
   */
  List<Curve> measure(float[] parameters) {
    loop.restore(new State(0, List.of(parameters)));
    return loop.run(batches);
  }

  @Override
  public void close() {
    loop.close();
  }
}
