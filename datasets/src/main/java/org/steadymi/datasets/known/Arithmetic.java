package org.steadymi.datasets.known;

import java.util.List;

/**
 * What the formulas of this package are written in: vectors, on the host one row of doubles, in a
 * graph rows [lead…, width]. Two operands have the same width, or one of them has width 1 and is
 * repeated.
 *
 * @param <V> the vectors
 */
public interface Arithmetic<V> {
  /** A vector of these numbers. */
  V constant(double... values);

  V add(V a, V b);

  V sub(V a, V b);

  V mul(V a, V b);

  V div(V a, V b);

  V abs(V a);

  V sqrt(V a);

  V sin(V a);

  V cos(V a);

  V asinh(V a);

  /** Φ, the distribution function of the standard normal; accurate where it is small. */
  V normalCdf(V a);

  /** Where the condition is above 0 the first, elsewhere the second; all of one width. */
  V choose(V condition, V positive, V otherwise);

  /** The sum of all components, of width 1. */
  V sum(V a);

  /** The components from {@code from} inclusive to {@code to} exclusive, at least one. */
  V part(V a, int from, int to);

  /** One vector after the other. */
  V join(List<V> parts);

  /** Significant bits of a number: 53 in double, 24 in float32. */
  int bits();

  /** A multiple. */
  default V mul(double factor, V a) {
    return mul(constant(factor), a);
  }

  /** A number added to every component. */
  default V add(V a, double value) {
    return add(a, constant(value));
  }
}
