package org.steadymi.graphs.losses;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * MINE with normal noise while it trains: on the inputs, which smooths the critic, or, as printed,
 * on the scores, which leaves the gradient of J as it is and only raises the variance of M.
 *
 * @param noise where, and how much
 */
public record NoisyDonskerVaradhan(Noise noise) implements Bound {
  @Override
  public Operand<TFloat32> value(Ops tf, Scores t) {
    return new DonskerVaradhan().value(tf, t);
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "input-noise", Double.toString(noise.inputs()),
        "score-noise", Double.toString(noise.scores()));
  }

  @Override
  public Properties properties() {
    return new DonskerVaradhan().properties().needing(Properties.Need.NOISE);
  }
}
