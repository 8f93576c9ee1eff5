package org.steadymi.datasets.known;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * A Student-t vector of 2d components with identity dispersion, cut into x and y. Uncorrelated, and
 * yet dependent, for all components share one χ²:
 *
 * <pre>I(X;Y) = 2 h(d) − h(2d) nats,
 * h(k) = log Γ(ν/2) − log Γ((ν + k)/2) + k/2 · log νπ + (ν + k)/2 · (ψ((ν + k)/2) − ψ(ν/2)).</pre>
 *
 * <p>Arellano-Valle, Contreras-Reyes &amp; Genton 2013, doi:10.1111/j.1467-9469.2011.00774.x, eq.
 * 7.
 *
 * @param dim d, the width of x and of y
 * @param dof ν, degrees of freedom
 */
public record StudentT(int dim, int dof) implements Base {
  /** Checks the ranges. */
  public StudentT {
    if (dim < 1 || dof < 1) {
      throw new IllegalArgumentException(
          "student: expected dim >= 1 and dof >= 1, found " + dim + " and " + dof);
    }
  }

  @Override
  public double mi() {
    return 2 * entropy(dim) - entropy(2 * dim);
  }

  /** The differential entropy of k components, in nats. */
  double entropy(int k) {
    double half = dof / 2.0;
    double more = (dof + k) / 2.0;
    double logs = LogGamma.value(half) - LogGamma.value(more) + k / 2.0 * Math.log(dof * Math.PI);
    return logs + more * (Digamma.value(more) - Digamma.value(half));
  }

  @Override
  public Noise noise() {
    return Noise.NORMAL;
  }

  @Override
  public int noiseWidth() {
    return 2 * dim + dof;
  }

  /** z / √(χ²/ν), with χ² the sum of ν squares. */
  @Override
  public <V> V joint(Arithmetic<V> in, V noise) {
    V roots = in.part(noise, 2 * dim, 2 * dim + dof);
    V mean = in.mul(1.0 / dof, in.sum(in.mul(roots, roots)));
    return in.div(in.part(noise, 0, 2 * dim), in.sqrt(mean));
  }

  @Override
  public String inWords() {
    return "Student-t of " + 2 * dim + " components, ν = " + dof + ", identity dispersion";
  }
}
