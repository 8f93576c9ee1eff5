package org.steadymi.datasets.known;

import java.util.List;

/**
 * A number u in [0, 1] as a point of the plane, (t cos t, t sin t)/21 with t = 3π/2 · (1 + 2u): one
 * turn and a half of a spiral that does not meet itself.
 */
public enum SwissRoll implements MarginalMap {
  /** The only one. */
  INSTANCE;

  @Override
  public <V> V of(Arithmetic<V> in, V u) {
    V t = in.mul(1.5 * Math.PI, in.add(in.mul(2, u), 1));
    V radius = in.mul(1.0 / 21, t);
    return in.join(List.of(in.mul(radius, in.cos(t)), in.mul(radius, in.sin(t))));
  }

  @Override
  public int width(int width) {
    if (width != 1) {
      throw new IllegalArgumentException("swiss roll: expected width 1, found " + width);
    }
    return 2;
  }
}
