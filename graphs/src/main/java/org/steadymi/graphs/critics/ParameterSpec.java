package org.steadymi.graphs.critics;

import org.tensorflow.ndarray.Shape;

/**
 * One parameter of a critic, or one number that a loss remembers.
 *
 * @param name unique within the critic, {@code layer/kernel} or {@code layer/bias}
 * @param shape its dimensions, all known
 * @param initialLimit it starts uniform in ±limit
 * @param trained whether a gradient changes it
 */
public record ParameterSpec(String name, Shape shape, double initialLimit, boolean trained) {
  /** A parameter of a layer with that many inputs, uniform in ±1/√fan-in at first. */
  public ParameterSpec(String name, Shape shape, int fanIn) {
    this(name, shape, 1 / Math.sqrt(fanIn), true);
  }

  /** A parameter that starts at 0. */
  static ParameterSpec zeros(String name, Shape shape) {
    return new ParameterSpec(name, shape, 0, true);
  }

  /** A number that training remembers from step to step and no gradient changes. */
  public static ParameterSpec remembered(String name) {
    return new ParameterSpec(name, Shape.scalar(), 0, false);
  }

  /** Number of floats. */
  public int size() {
    return Math.toIntExact(shape.size());
  }
}
