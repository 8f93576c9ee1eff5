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

  /**
   * Whether the critic is learning: layers that then behave differently, such as batch
   * normalisation, ask for it.
   */
  default boolean training() {
    return false;
  }

  /**
   * The value of a {@linkplain ParameterSpec#remembered remembered} parameter from the next step
   * on.
   *
   * @throws IllegalStateException if the critic is not {@linkplain #training() learning}
   */
  default void remember(String name, Operand<TFloat32> next) {
    throw new IllegalStateException(
        "parameters: '" + name + "' can be remembered only while the critic learns");
  }
}
