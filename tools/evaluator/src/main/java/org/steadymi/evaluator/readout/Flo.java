package org.steadymi.evaluator.readout;

import java.util.Set;

/**
 * FLO, Fenchel–Legendre optimisation: 1 + E[u] − E[exp(u + g(x,y') − g(x,y))]. Guo et al. 2022,
 * arXiv:2107.01131. Here g is the critic, and its companion u(x,y) is not a second network but read
 * off the same row: the other pairs of row i are dealt into two halves, and
 *
 * <pre>
 * u_i = T_ii − log mean_{j∈A} exp(T_ij)
 * FLO = 1 + mean_i(u_i) − mean_i mean_{j∈B} exp(u_i + T_ij − T_ii)
 * </pre>
 *
 * averaged over both roles of the halves.
 *
 * <p>For a given critic and batches of independent pairs this is, in expectation, a lower bound:
 * given the y of half A the first term is E_P[f] with f = T − log mean_A, a function that half B
 * has no part in, and 1 + E_P[f] − E_Q[exp(f)] ≤ I for every f. Had one set of pairs served both
 * halves, the last term would be the constant 1 and the rest no bound. A single batch's value is no
 * bound. No ceiling log K, at the price of the exponential's variance. Any function of x added to T
 * leaves it as it is.
 */
public record Flo() implements ReadOut {
  @Override
  public double value(ScoreTerms t) {
    return t.crossFitted();
  }

  @Override
  public boolean linear() {
    return true;
  }

  @Override
  public int smallestBatch() {
    return 3;
  }

  @Override
  public boolean independentMarginals() {
    return true;
  }

  @Override
  public String id() {
    return "flo";
  }

  @Override
  public String title() {
    return "FLO";
  }

  @Override
  public String equation() {
    return "1 + mean_i(u_i) - mean_i mean_{j in B} exp(u_i + T_ij - T_ii),"
        + " u_i = T_ii - log mean_{j in A} exp(T_ij)";
  }

  @Override
  public Set<String> losses() {
    return Set.of();
  }

  @Override
  public Claim claim() {
    return Claim.LOWER_BOUND;
  }
}
