package org.steadymi.evaluator.readout;

import java.util.Set;

/**
 * J − M/e, tight where T = 1 + log p(x,y)/(p(x)p(y)). Nguyen, Wainwright & Jordan 2010,
 * doi:10.1109/TIT.2010.2068870; also MINE-f and the KL form of f-GAN.
 */
public record Nwj() implements ReadOut {
  @Override
  public double value(ScoreTerms t) {
    return t.joint() - Math.exp(t.logMarginal() - 1);
  }

  @Override
  public boolean linear() {
    return true;
  }

  @Override
  public String id() {
    return "nwj";
  }

  @Override
  public String title() {
    return "NWJ";
  }

  @Override
  public String equation() {
    return "J - M/e";
  }

  @Override
  public Set<String> losses() {
    return Set.of("nwj");
  }

  @Override
  public Claim claim() {
    return Claim.LOWER_BOUND;
  }
}
