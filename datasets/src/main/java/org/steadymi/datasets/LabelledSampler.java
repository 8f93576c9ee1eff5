package org.steadymi.datasets;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Draws batches of rows with their class inside a graph. */
public interface LabelledSampler {
  /**
   * What must be uploaded once for the draws: fresh tensors, owned (and closed) by the caller;
   * empty if nothing.
   */
  List<TType> tables();

  /**
   * Adds the draw of one batch to the graph.
   *
   * @param tables operands holding {@link #tables()}, in that order
   * @param random where the randomness comes from; a draw is a pure function of it
   * @param lead leading dimensions: [K], or [R, K] for R independent replicas
   */
  Batch draw(Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead);

  /**
   * Rows with their class.
   *
   * @param rows [lead…, width]
   * @param labels the class of each row as a one-hot vector, [lead…, C]
   */
  record Batch(Operand<TFloat32> rows, Operand<TFloat32> labels) {}
}
