package org.steadymi.benchmarks.models;

import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.evaluator.probe.LabelledSplits;
import org.steadymi.evaluator.probe.LinearProbe;

/** Fits the linear probe to synthetic features for every penalty and chooses one. */
final class ProbingPeer implements Peer {
  private static final int WARM_UP = 2_000;

  private LabelledSplits splits;

  @Override
  public String name() {
    return "LinearProbe.evaluate";
  }

  @Override
  public void prepare(int trainingRows) {
    LinearProbe.evaluate(SyntheticFeatures.of(WARM_UP));
    splits = SyntheticFeatures.of(trainingRows);
  }

  /** The accuracy on the report split; not a number if the probe is not at its optimum. */
  @Override
  public double run(int trainingRows) {
    LinearProbe.Result result = LinearProbe.evaluate(splits);
    return result.optimum().converged() ? result.report().value() : Double.NaN;
  }
}
