package org.steadymi.graphs.critics;

import org.tensorflow.ndarray.Shape;

/**
 * One parameter of a critic.
 *
 * @param name unique within the critic, {@code layer/kernel} or {@code layer/bias}
 * @param shape its dimensions, all known
 * @param fanIn inputs of its layer; it starts uniform in ±1/√fanIn
 */
public record ParameterSpec(String name, Shape shape, int fanIn) {
  /** Number of floats. */
  public int size() {
    return Math.toIntExact(shape.size());
  }
}
