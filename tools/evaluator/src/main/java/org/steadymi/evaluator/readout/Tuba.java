package org.steadymi.evaluator.readout;

import java.util.Set;

/**
 * 1 + J − M, tight where T = log p(x,y)/(p(x)p(y)): TUBA with baseline a = 1 (Poole et al. 2019,
 * arXiv:1905.06922), which is {@link Nwj} read at T + 1. A critic trained on the JS objective has
 * the same optimum, so this is its read-out too.
 */
public record Tuba() implements ReadOut {
  @Override
  public double value(ScoreTerms t) {
    return 1 + t.joint() - Math.exp(t.logMarginal());
  }

  @Override
  public boolean linear() {
    return true;
  }

  @Override
  public String id() {
    return "tuba";
  }

  @Override
  public String title() {
    return "TUBA, JS";
  }

  @Override
  public String equation() {
    return "1 + J - M";
  }

  @Override
  public Set<String> losses() {
    return Set.of("tuba", "js");
  }

  @Override
  public Claim claim() {
    return Claim.LOWER_BOUND;
  }
}
