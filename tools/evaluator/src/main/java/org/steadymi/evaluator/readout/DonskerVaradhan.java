package org.steadymi.evaluator.readout;

import java.util.Set;

/**
 * J − log M. Donsker & Varadhan 1983; as MINE in Belghazi et al. 2018, arXiv:1801.04062. A shift of
 * T by a constant leaves it as it is.
 */
public record DonskerVaradhan() implements ReadOut {
  @Override
  public double value(ScoreTerms t) {
    return t.joint() - t.logMarginal();
  }

  @Override
  public String id() {
    return "dv";
  }

  @Override
  public String title() {
    return "DV";
  }

  @Override
  public String equation() {
    return "J - log M";
  }

  @Override
  public Set<String> losses() {
    return Set.of("mine");
  }

  @Override
  public Claim claim() {
    return Claim.ESTIMATE;
  }
}
