package org.steadymi.savedmodels;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The weights of a critic as operands of the graph that is being built. */
@FunctionalInterface
public interface Weights {

  /**
   * The weight of that name, in its declared shape.
   *
   * @throws IllegalArgumentException if the critic declares no weight of that name
   */
  Operand<TFloat32> get(String name);
}
