package org.steadymi.graphs.critics;

import org.tensorflow.ndarray.Shape;

/**
 * One parameter of a critic, or something that a critic or a loss remembers.
 *
 * @param name unique within the critic, {@code layer/kernel} or {@code layer/bias}
 * @param shape its dimensions, all known
 * @param centre it starts uniform in centre ± limit
 * @param limit 0 where it starts at the centre
 * @param trained whether a gradient changes it; otherwise only {@link Parameters#remember} does
 */
public record ParameterSpec(
    String name, Shape shape, double centre, double limit, boolean trained) {
  /** A parameter of a layer with that many inputs, uniform in ±1/√fan-in at first. */
  public ParameterSpec(String name, Shape shape, int fanIn) {
    this(name, shape, 0, 1 / Math.sqrt(fanIn), true);
  }

  /** A parameter that starts at one value throughout. */
  static ParameterSpec constant(String name, Shape shape, double value) {
    return new ParameterSpec(name, shape, value, 0, true);
  }

  /**
   * What training remembers from step to step and no gradient changes; one value throughout at
   * first.
   */
  static ParameterSpec remembered(String name, Shape shape, double value) {
    return new ParameterSpec(name, shape, value, 0, false);
  }

  /** A remembered number that starts at 0. */
  public static ParameterSpec remembered(String name) {
    return remembered(name, Shape.scalar(), 0);
  }

  /** The same parameter under another name. */
  public ParameterSpec named(String other) {
    return new ParameterSpec(other, shape, centre, limit, trained);
  }

  /** Number of floats. */
  public int size() {
    return Math.toIntExact(shape.size());
  }
}
