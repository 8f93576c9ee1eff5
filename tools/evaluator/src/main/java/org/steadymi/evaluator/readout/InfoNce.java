package org.steadymi.evaluator.readout;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * log N + mean_ij (T_ij − logsumexp_l T_il) ≤ log N over the joint pairs ij, each compared with N
 * scores of its row: log K + mean_i (T_ii − logsumexp_j T_ij) for K aligned pairs. van den Oord et
 * al. 2018, arXiv:1807.03748. Any function of x added to T leaves it as it is.
 */
public record InfoNce() implements ReadOut {
  @Override
  public double value(ScoreTerms t) {
    return Math.log(t.contrasted()) + t.contrast();
  }

  @Override
  public OptionalDouble ceiling(int contrasted) {
    return OptionalDouble.of(Math.log(contrasted));
  }

  @Override
  public boolean linear() {
    return true;
  }

  @Override
  public String id() {
    return "infonce";
  }

  @Override
  public String title() {
    return "InfoNCE";
  }

  @Override
  public String equation() {
    return "log N + mean_ij(T_ij - logsumexp_l T_il), ij joint, l of the N scores of row i";
  }

  @Override
  public Set<String> losses() {
    return Set.of("infonce");
  }

  @Override
  public Claim claim() {
    return Claim.LOWER_BOUND;
  }
}
