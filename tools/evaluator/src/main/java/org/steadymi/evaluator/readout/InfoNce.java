package org.steadymi.evaluator.readout;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * log K + mean_i (T_ii − logsumexp_j T_ij) ≤ log K. van den Oord et al. 2018, arXiv:1807.03748. Any
 * function of x added to T leaves it as it is.
 */
public record InfoNce() implements ReadOut {
  @Override
  public double value(ScoreTerms t) {
    return Math.log(t.batch()) + t.contrast();
  }

  @Override
  public OptionalDouble ceiling(int batch) {
    return OptionalDouble.of(Math.log(batch));
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
    return "log K + mean_i(T_ii - logsumexp_j T_ij)";
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
