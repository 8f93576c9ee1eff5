package org.steadymi.datasets.known;

/**
 * A map of one side of a pair that can be inverted, so that mutual information does not change
 * under it.
 */
public interface MarginalMap {
  /** The image of a vector. */
  <V> V of(Arithmetic<V> in, V vector);

  /** The width of the image. */
  default int width(int width) {
    return width;
  }
}
