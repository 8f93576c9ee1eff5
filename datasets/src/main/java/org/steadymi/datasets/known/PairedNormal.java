package org.steadymi.datasets.known;

import java.util.Arrays;
import java.util.List;

/**
 * Standard normal vectors of which the first pairs of components are correlated, corr(x_i, y_i) = ρ
 * for i ≤ p, and all others are independent:
 *
 * <pre>I(X;Y) = −p/2 · log(1 − ρ²) nats.</pre>
 *
 * @param dim d, the width of x and of y
 * @param pairs p, in [1, d]
 * @param rho ρ, in (−1, 1)
 */
public record PairedNormal(int dim, int pairs, double rho) implements Base {
  /** Checks the ranges. */
  public PairedNormal {
    if (pairs < 1 || pairs > dim || !(Math.abs(rho) < 1)) {
      throw new IllegalArgumentException(
          "paired normal: expected 1 <= pairs <= dim and |rho| < 1, found "
              + pairs
              + " of "
              + dim
              + " and "
              + rho);
    }
  }

  @Override
  public double mi() {
    return -0.5 * pairs * Math.log1p(-rho * rho);
  }

  @Override
  public Noise noise() {
    return Noise.NORMAL;
  }

  @Override
  public int noiseWidth() {
    return 2 * dim;
  }

  /** y = ρ x + √(1 − ρ²) ε in the pairs, ε elsewhere. */
  @Override
  public <V> V joint(Arithmetic<V> in, V noise) {
    double[] shared = new double[dim];
    double[] own = new double[dim];
    Arrays.fill(own, 1);
    Arrays.fill(shared, 0, pairs, rho);
    Arrays.fill(own, 0, pairs, Math.sqrt(1 - rho * rho));
    V x = in.part(noise, 0, dim);
    V epsilon = in.part(noise, dim, 2 * dim);
    V y = in.add(in.mul(in.constant(shared), x), in.mul(in.constant(own), epsilon));
    return in.join(List.of(x, y));
  }

  @Override
  public String inWords() {
    String where = pairs == dim ? "" : " for i ≤ " + pairs + ", others independent";
    return dim == 1
        ? "standard normals with correlation " + rho
        : "standard normals, corr(xᵢ, yᵢ) = " + rho + where;
  }
}
