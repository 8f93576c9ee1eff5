package org.steadymi.datasets;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/** Draws aligned pairs inside a graph, so that training never copies a batch from the host. */
public interface GraphSampler {
  /**
   * What must be uploaded once for the draws: fresh tensors, owned (and closed) by the caller;
   * empty if nothing.
   */
  List<TType> tables();

  /**
   * Adds one draw to the graph.
   *
   * @param tables operands holding {@link #tables()}, in that order
   * @param random where the randomness comes from; a draw is a pure function of it
   * @param lead leading dimensions: [K], or [R, K] for R independent replicas
   */
  GraphPairs draw(Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead);
}
