package org.steadymi.datasets.known;

/**
 * F⁻¹ ∘ Φ: turns a standard normal into the mixture of two normals of variance 1 with
 *
 * <pre>F(t) = w Φ(t − a) + (1 − w) Φ(t − b).</pre>
 *
 * <p>F(t) lies between Φ(t − a) and Φ(t − b), so t lies between z + a and z + b; bisection finds
 * it. For z above 0 the equation is that of the upper tails, which keeps its digits there.
 *
 * @param weight w, of the mode at a, in (0, 1)
 * @param first a, the lower mode
 * @param second b, above a
 */
public record Bimodal(double weight, double first, double second) implements MarginalMap {
  /** Checks weight and order. */
  public Bimodal {
    if (!(weight > 0 && weight < 1 && first < second)) {
      throw new IllegalArgumentException(
          "bimodal: expected a weight in (0, 1) and modes in order, found "
              + weight
              + ", "
              + first
              + " and "
              + second);
    }
  }

  @Override
  public <V> V of(Arithmetic<V> in, V z) {
    V zero = in.mul(0, z);
    V sign = in.choose(z, in.add(zero, -1), in.add(zero, 1));
    V target = in.normalCdf(in.mul(sign, z));
    V low = in.add(z, first);
    V high = in.add(z, second);
    for (int halving = 0; halving < in.bits() + 3; halving++) {
      V middle = in.mul(0.5, in.add(low, high));
      V excess = in.mul(sign, in.sub(tail(in, sign, middle), target));
      low = in.choose(excess, low, middle);
      high = in.choose(excess, middle, high);
    }
    return in.mul(0.5, in.add(low, high));
  }

  /** F(t) where the sign is 1, 1 − F(t) where it is −1. */
  private <V> V tail(Arithmetic<V> in, V sign, V t) {
    V lower = in.normalCdf(in.mul(sign, in.add(t, -first)));
    V upper = in.normalCdf(in.mul(sign, in.add(t, -second)));
    return in.add(in.mul(weight, lower), in.mul(1 - weight, upper));
  }
}
