package org.steadymi.datasets.known;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns two neighbouring components by the angle |v|²/d, counter-clockwise. The length |v| stays,
 * so turning back by the same angle inverts it, and volumes stay too.
 *
 * @param dim d, the width
 * @param plane the first of the two components, counted from 0
 */
public record Spiral(int dim, int plane) implements MarginalMap {
  /** Checks that both components exist. */
  public Spiral {
    if (plane < 0 || plane + 2 > dim) {
      throw new IllegalArgumentException(
          "spiral: expected a plane in [0, " + (dim - 2) + "], found " + plane);
    }
  }

  @Override
  public <V> V of(Arithmetic<V> in, V v) {
    V angle = in.mul(1.0 / dim, in.sum(in.mul(v, v)));
    V cos = in.cos(angle);
    V sin = in.sin(angle);
    V a = in.part(v, plane, plane + 1);
    V b = in.part(v, plane + 1, plane + 2);
    List<V> parts = new ArrayList<>();
    if (plane > 0) {
      parts.add(in.part(v, 0, plane));
    }
    parts.add(in.sub(in.mul(cos, a), in.mul(sin, b)));
    parts.add(in.add(in.mul(sin, a), in.mul(cos, b)));
    if (plane + 2 < dim) {
      parts.add(in.part(v, plane + 2, dim));
    }
    return in.join(parts);
  }
}
