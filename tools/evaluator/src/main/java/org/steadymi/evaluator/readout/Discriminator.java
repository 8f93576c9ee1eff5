package org.steadymi.evaluator.readout;

import java.math.BigDecimal;
import java.util.Set;

/**
 * J − c for a critic whose optimum is log p(x,y)/(p(x)p(y)) + c with a known c: the mean of the
 * pointwise mutual information that it claims. With c = 0, a critic trained on the Jensen–Shannon
 * objective, it is the read-out of a GAN's discriminator, GAN-DIME: Letizia, Novello & Tonello
 * 2024, arXiv:2305.20025.
 *
 * <p>An estimate for a critic near its optimum and no bound of any kind: nothing normalises the
 * scores, so a constant added to T is added to the value. It has no marginal term, hence neither
 * its variance nor a need for marginal pairs.
 *
 * @param offset c, in nats
 */
public record Discriminator(double offset) implements ReadOut {
  @Override
  public double value(ScoreTerms t) {
    return t.joint() - offset;
  }

  @Override
  public boolean linear() {
    return true;
  }

  @Override
  public String id() {
    return "discriminator";
  }

  @Override
  public String title() {
    return "Discriminator";
  }

  @Override
  public String equation() {
    String c = BigDecimal.valueOf(Math.abs(offset)).stripTrailingZeros().toPlainString();
    return offset == 0 ? "J" : "J %s %s".formatted(offset > 0 ? "-" : "+", c);
  }

  @Override
  public Set<String> losses() {
    return Set.of();
  }

  @Override
  public Claim claim() {
    return Claim.NEITHER;
  }
}
