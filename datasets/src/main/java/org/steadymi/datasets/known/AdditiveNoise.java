package org.steadymi.datasets.known;

import java.util.List;

/**
 * x ~ U(0, 1), y = x + n with n ~ U(−ε, ε):
 *
 * <pre>I(X;Y) = ε − log 2ε nats for ε ≤ ½, 1/(4ε) otherwise.</pre>
 *
 * @param epsilon ε, above 0
 */
public record AdditiveNoise(double epsilon) implements Base {
  /** Checks the range. */
  public AdditiveNoise {
    if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "additive noise: expected epsilon above 0, found " + epsilon);
    }
  }

  @Override
  public int dim() {
    return 1;
  }

  @Override
  public double mi() {
    return epsilon <= 0.5 ? epsilon - Math.log(2 * epsilon) : 1 / (4 * epsilon);
  }

  @Override
  public Noise noise() {
    return Noise.UNIFORM;
  }

  @Override
  public int noiseWidth() {
    return 2;
  }

  @Override
  public <V> V joint(Arithmetic<V> in, V noise) {
    V x = in.part(noise, 0, 1);
    V n = in.mul(epsilon, in.add(in.mul(2, in.part(noise, 1, 2)), -1));
    return in.join(List.of(x, in.add(x, n)));
  }

  @Override
  public String inWords() {
    return "x uniform in (0, 1), y = x + n, n uniform in (−" + epsilon + ", " + epsilon + ")";
  }
}
