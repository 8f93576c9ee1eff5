package org.steadymi.graphs.training;

import java.util.List;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** Draws one batch inside the graph and scores it. */
public interface ScoreSource {
  /**
   * What the draws need in the graph's memory: fresh tensors, uploaded once, owned and closed by
   * the caller.
   */
  default List<TType> tables() {
    return List.of();
  }

  /**
   * Adds the draw and its scores to the graph.
   *
   * @param parameters the critic's parameters; of shape [R, ·] where R replicas are trained at once
   * @param draw which batch
   */
  Scores scores(Ops tf, Parameters parameters, Draw draw);

  /**
   * Identifies a batch: the same seed and step give the same batch.
   *
   * @param tables operands holding {@link #tables()}
   * @param seed scalar
   * @param step scalar
   * @param lead leading dimensions of a batch of K pairs: [K], or [R, K] for R replicas
   */
  record Draw(
      List<Operand<?>> tables, Operand<TInt32> seed, Operand<TInt32> step, List<Long> lead) {
    /** The leading dimensions as an array. */
    public long[] leadArray() {
      return lead.stream().mapToLong(Long::longValue).toArray();
    }
  }
}
