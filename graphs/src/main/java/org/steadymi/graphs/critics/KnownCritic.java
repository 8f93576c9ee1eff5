package org.steadymi.graphs.critics;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A critic that is known and has nothing to learn, such as a density ratio.
 *
 * @param kind its kind
 * @param xSize width of x
 * @param ySize width of y
 * @param aligned scores of aligned pairs: x [n, xSize], y [n, ySize] to [n]
 * @param allPairs scores of all pairs: x [n, xSize], y [m, ySize] to [n, m], or what broadcasts to
 *     it where a term of that shape is added
 */
public record KnownCritic(String kind, int xSize, int ySize, Scorer aligned, Scorer allPairs)
    implements Critic {
  /** Adds scores to a graph. */
  @FunctionalInterface
  public interface Scorer {
    /** Scores of rows of x and y; with replicas, both have a leading R, and so have the scores. */
    Operand<TFloat32> score(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y);
  }

  @Override
  public Map<String, String> options() {
    return Map.of();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return aligned.score(tf, x, y);
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return allPairs.score(tf, x, y);
  }
}
