package org.steadymi.graphs.critics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A critic's parameters in a graph, by name. */
@FunctionalInterface
public interface Parameters {
  /**
   * The parameter of that name, of its declared shape, or [R, shape…] where R replicas are scored
   * in one graph.
   */
  Operand<TFloat32> get(String name);
}
