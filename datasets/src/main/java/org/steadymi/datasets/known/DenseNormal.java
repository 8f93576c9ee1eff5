package org.steadymi.datasets.known;

/**
 * Standard normal vectors whose 2d components all have the same correlation ρ with each other. One
 * pair of canonical variates, the sums of x and of y, is correlated:
 *
 * <pre>I(X;Y) = −½ log(1 − r²) nats, r = d ρ / (1 + (d − 1) ρ).</pre>
 *
 * @param dim d, the width of x and of y
 * @param rho ρ, in [0, 1)
 */
public record DenseNormal(int dim, double rho) implements Base {
  /** Checks the ranges. */
  public DenseNormal {
    if (dim < 1 || !(rho >= 0 && rho < 1)) {
      throw new IllegalArgumentException(
          "dense normal: expected dim >= 1 and rho in [0, 1), found " + dim + " and " + rho);
    }
  }

  @Override
  public double mi() {
    double canonical = dim * rho / (1 + (dim - 1) * rho);
    return -0.5 * Math.log1p(-canonical * canonical);
  }

  @Override
  public Noise noise() {
    return Noise.NORMAL;
  }

  @Override
  public int noiseWidth() {
    return 2 * dim + 1;
  }

  /** √(1 − ρ) ε + √ρ u, with one u for all components. */
  @Override
  public <V> V joint(Arithmetic<V> in, V noise) {
    V own = in.mul(Math.sqrt(1 - rho), in.part(noise, 0, 2 * dim));
    V shared = in.mul(Math.sqrt(rho), in.part(noise, 2 * dim, 2 * dim + 1));
    return in.add(own, shared);
  }

  @Override
  public String inWords() {
    return "standard normals, every correlation within and between x and y is " + rho;
  }
}
