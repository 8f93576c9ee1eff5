package org.steadymi.benchmarks.models;

import java.nio.file.Path;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.Evaluation;
import org.steadymi.evaluator.Evaluator;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.Sampling;

/** Loads the model and reads it by every read-out, as {@code steadymi evaluate} does. */
record EvaluatingPeer(Path model) implements Peer {
  private static final int BATCH = 64;
  private static final int WARM_UP = 10 * BATCH;

  @Override
  public String name() {
    return "Evaluator.evaluate";
  }

  @Override
  public void prepare(int pairs) {
    run(WARM_UP);
  }

  /** The value of the model's own loss, nats. */
  @Override
  public double run(int pairs) {
    MiResult mi =
        Evaluator.evaluate(
                model, Evaluation.DEFAULT.withSampling(new Sampling(Split.REPORT, pairs, BATCH, 0)))
            .mi()
            .orElseThrow();
    return mi.readings().stream()
        .filter(mi::isOwn)
        .mapToDouble(reading -> reading.estimate().value())
        .findFirst()
        .orElseThrow();
  }
}
